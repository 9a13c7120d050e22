package org.onrecord.search;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a page's address under which an article is kept: scheme and host in small letters, no default port,
 * no fragment, parameters in order, no tracking parameters, no slash at the end (RFC 3986, section 6.2). Careful: any
 * other parameter may select what is shown and stays, and so does the scheme; a fragment that selects a page
 * ({@code #!} or {@code #/}) stays too. What is no web address is left as it is.
 */
final class PageAddress {
    private static final Pattern WEB = Pattern.compile("(?is)https?://\\S.*");

    /** Parameters that say how a reader came to the page. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(?<=[?&])(?:utm_[^=&#]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid"
                    + "|_hsenc|_hsmi|mkt_tok|at_medium|at_campaign|ns_mchannel|ns_source|ns_campaign|ocid|cmpid|smid|_ga|_gl)"
                    + "(?:=[^&#]*)?(?:&|(?=#)|$)");

    private static final Pattern SELECTING_FRAGMENT = Pattern.compile("#[!/].*");
    private static final BasicURLNormalizer NORMALISER = new BasicURLNormalizer();

    private PageAddress() {}

    static boolean isWeb(String address) {
        return WEB.matcher(address.strip()).matches();
    }

    static String of(String url) {
        String stripped = url.strip();
        if (!isWeb(stripped)) {
            return url;
        }
        Matcher selecting = SELECTING_FRAGMENT.matcher(stripped);
        String fragment = selecting.find() ? selecting.group() : "";
        @Nullable
        String normal =
                NORMALISER.filter(TRACKING.matcher(stripped).replaceAll("").replaceFirst("[?&](?=#|$)", ""));
        if (normal == null) { // the library cannot read it, for instance an address of IPv6
            return stripped;
        }
        return normal.replaceFirst("/(?=\\?|$)", "") + fragment;
    }

    /** The host of a web address, in small letters. */
    static Optional<String> host(String url) {
        if (!isWeb(url)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(of(url)).getHost());
        } catch (IllegalArgumentException e) { // what can be opened by a browser need not be a URI
            return Optional.empty();
        }
    }
}
