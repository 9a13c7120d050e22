package org.onrecord.app.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.search.Request;

/** Addresses of the pages, and of the web outside. */
public final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** From each end of a long paragraph. */
    private static final int NAMED_WORDS = 6;

    private Links() {}

    /** One value of a path or a query string. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String article(String id) {
        return "/article/" + encoded(id);
    }

    /** An article opened at a finding, which is highlighted there. */
    public static String finding(String article, String id) {
        return article(article) + "?highlight=" + encoded(id) + "#" + encoded(id);
    }

    /** What cannot stand in a path, such as a slash, goes into the query string. */
    public static String speaker(String name) {
        boolean plain = name.codePoints().noneMatch(c -> "/\\%;.".indexOf(c) >= 0 || Character.isISOControl(c));
        return (plain ? "/speaker/" : "/speaker?name=") + encoded(name);
    }

    public static String search(String query) {
        return "/?q=" + encoded(query);
    }

    /** A search in an order of its own. */
    public static String search(String query, Request.Order order) {
        return search(query)
                + (order == Request.Order.RELEVANCE
                        ? ""
                        : "&sort=" + order.name().toLowerCase(Locale.ROOT));
    }

    /**
     * An address of the web opened at some words, which browsers highlight there (URL Fragment Text Directives, WICG); those
     * that know no text directives open the page.
     *
     * @param words of one paragraph; of many, the first and the last are named
     */
    public static String passage(String address, String words) {
        String[] all = words.strip().split("\\s+");
        String text = all.length <= 2 * NAMED_WORDS
                ? directive(all, 0, all.length)
                : directive(all, 0, NAMED_WORDS) + "," + directive(all, all.length - NAMED_WORDS, all.length);
        return address + (address.indexOf('#') < 0 ? "#" : "") + ":~:text=" + text;
    }

    /** In a directive a hyphen and a comma have a meaning of their own; {@link URLEncoder} leaves the hyphen. */
    private static String directive(String[] words, int from, int to) {
        return encoded(String.join(" ", Arrays.copyOfRange(words, from, to))).replace("-", "%2D");
    }

    /** An address that may be a link: a page of the web, nothing that runs. */
    public static Optional<String> outside(String address) {
        try {
            URI uri = new URI(address.strip());
            return Optional.ofNullable(uri.getScheme())
                    .filter(scheme -> SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)))
                    .filter(scheme -> uri.getHost() != null)
                    .map(scheme -> uri.toString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
