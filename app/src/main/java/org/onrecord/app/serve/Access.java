package org.onrecord.app.serve;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and write. A program shows the token in {@code Authorization: Bearer}; a person opens an address that ends in
 * {@code ?token=…} once, and has a cookie from then on. Writing always needs one of the two, reading does where others than
 * the users of this machine can reach the server.
 */
public final class Access {
    private static final Set<HandlerType> READING =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS, HandlerType.QUERY);

    private final boolean exposed;
    private final String token;
    private final String secret;

    Access(Settings settings) {
        this.exposed = settings.isExposed();
        this.token = settings.token();
        this.secret = Digest.of("cookie of " + token);
    }

    /** Whether whoever asks may write: pages show forms to them alone. */
    public boolean mayWrite(Context context) {
        return isBearer(context) || isGuest(context);
    }

    private boolean isBearer(Context context) {
        return given(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .filter(header -> same(header.substring(7).strip(), token))
                .isPresent();
    }

    private boolean isGuest(Context context) {
        return given(context.cookie(cookie(context)))
                .filter(value -> same(value, secret))
                .isPresent();
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value);
    }

    /** Cookies do not tell ports apart, so their names must. */
    private static String cookie(Context context) {
        return "onrecord-" + context.req().getLocalPort();
    }

    /** Lets in a person who brings the token in the address, and takes it out of there. Whether it was so. */
    boolean admit(Context context) {
        Optional<String> brought = given(context.queryParam("token"));
        if (brought.isEmpty() || !READING.contains(context.method())) {
            return false;
        }
        if (!same(brought.get(), token)) {
            throw refused(
                    "the token in this address is not that of this server, which may have been started again since: "
                            + "take the address that it printed last");
        }
        Cookie cookie = new Cookie(cookie(context), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(context.scheme().equals("https"));
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
        return true;
    }

    /**
     * Does nothing for those who may do what they ask for.
     *
     * @throws Problem for others
     */
    void check(Context context) {
        boolean writing = !READING.contains(context.method());
        if ((!writing && !exposed) || isBearer(context)) {
            return;
        }
        if (!isGuest(context)) {
            throw refused(
                    (writing ? "writing" : "reading from elsewhere")
                            + " needs the token of this server: send it in the header 'Authorization: Bearer TOKEN', or open the address with it that the server printed");
        }
        if (writing && isForeign(context)) {
            throw Problem.of(
                    403,
                    "this was sent by a page of another site, or by a browser that does not say by which: "
                            + "send it from a page of this server, or with the header 'Authorization: Bearer TOKEN'");
        }
    }

    private static Problem refused(String detail) {
        return Problem.of(401, detail, "WWW-Authenticate", "Bearer realm=\"onrecord\"");
    }

    /** A cookie says who, not on whose page: a browser says that in one of two headers, which no page can forge. */
    private static boolean isForeign(Context context) {
        Optional<String> site = given(context.header("Sec-Fetch-Site"));
        if (site.isPresent()) {
            return !site.get().equals("same-origin");
        }
        return given(context.header("Origin"))
                .filter(origin -> isOwn(origin, given(context.host()).orElse("")))
                .isEmpty();
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return Digest.of(text).getBytes(StandardCharsets.US_ASCII);
    }
}
