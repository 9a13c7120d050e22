package org.onrecord.harvest.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as people and pages write them: spaces and letters beyond ASCII are escaped, names beyond ASCII become
 * what the name service knows them by, the fragment goes. Only http and https.
 */
public final class WebAddress {
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(.*@)?(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]@]+)(:\\d{0,5})?");
    private static final String KEPT = "-._~:/?@!$&'()*+,;=";
    private static final Pattern ESCAPE = Pattern.compile("[0-9A-Fa-f]{2}");
    private static final int LONGEST = 8192;

    private WebAddress() {}

    /** Whether a word of the command line means the web. */
    public static boolean looksLikeOne(String argument) {
        return argument.matches("(?is)https?:.*");
    }

    /** Empty where it is none. */
    public static Optional<URI> parse(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            return Optional.empty();
        }
        try {
            String user = Optional.ofNullable(authority.group(1))
                    .map(WebAddress::escaped)
                    .orElse("");
            String host = authority.group(2).startsWith("[") ? authority.group(2) : IDN.toASCII(authority.group(2));
            String port = Optional.ofNullable(authority.group(3))
                    .filter(digits -> digits.length() > 1)
                    .orElse("");
            String path = parts.group(3).isEmpty() ? "/" : escaped(parts.group(3));
            String query =
                    Optional.ofNullable(parts.group(4)).map(WebAddress::escaped).orElse("");
            URI address = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + user + host.toLowerCase(Locale.ROOT)
                    + port + path + query);
            return address.getHost() == null || address.getPort() > 65535 ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address that a link on a page means; empty where it is none of ours. */
    public static Optional<URI> resolve(URI base, String link) {
        String reference = link.strip();
        if (reference.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return parse(reference);
        }
        String origin = base.getScheme() + "://" + base.getRawAuthority();
        if (reference.startsWith("//")) {
            return parse(base.getScheme() + ":" + reference);
        }
        if (reference.startsWith("?")) {
            return parse(origin + base.getRawPath() + reference);
        }
        if (reference.isEmpty() || reference.startsWith("#")) {
            return parse(base.toString());
        }
        try {
            String path = reference.split("[?#]", 2)[0];
            String rest = reference.substring(path.length());
            String resolved = base.resolve(URI.create(escaped(path))).getRawPath();
            return parse(origin + resolved + rest);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String part) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < part.length(); ) {
            int c = part.codePointAt(i);
            i += Character.charCount(c);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            if (plain
                    || (c == '%'
                            && ESCAPE.matcher(part).region(i, part.length()).lookingAt())) {
                escaped.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append('%').append(String.format("%02X", b));
                }
            }
        }
        return escaped.toString();
    }
}
