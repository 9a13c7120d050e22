package org.onrecord.harvest.listing;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of listing, each known by how it begins: names and media types are too often wrong. */
public enum Form {
    FEED,
    JSON_FEED,
    SITEMAP,
    OPML;

    private static final int HEAD = 4096;

    /** All that may stand before the first element, then its name without a prefix. */
    private static final Pattern ROOT = Pattern.compile(
            "(?s)\\A(?>\\s++|<\\?(?>[^?]++|\\?(?!>))*+\\?>|<!--(?>[^-]++|-(?!->))*+-->|<!DOCTYPE(?>[^\\[>\"']++|\"[^\"]*+\"|'[^']*+'|\\[(?>[^\\]]*+)\\])*+>)*+<(?:[\\w.-]+:)?([\\w.-]+)");

    private static final Pattern DOCTYPE =
            Pattern.compile("(?s)\\A(?>\\s++|<\\?(?>[^?]++|\\?(?!>))*+\\?>|<!--(?>[^-]++|-(?!->))*+-->)*+<!DOCTYPE");

    private static final Pattern JSON_FEED_VERSION = Pattern.compile(
            "(?s)\\A\\s*+\\{.*?\"version\"\\s*+:\\s*+\"https?:(?:\\\\?/){2}(?:www\\.)?jsonfeed\\.org\\\\?/version");

    /** Whether it lists articles and nothing else. */
    public boolean isFeed() {
        return this == FEED || this == JSON_FEED;
    }

    /** Empty where it is none of them. */
    public static Optional<Form> of(byte[] bytes) {
        String head = head(bytes);
        if (JSON_FEED_VERSION.matcher(head).find()) {
            return Optional.of(JSON_FEED);
        }
        Matcher root = ROOT.matcher(head);
        if (!root.find()) {
            return Optional.empty();
        }
        return switch (root.group(1)) {
            case "rss", "RDF", "feed", "channel" -> Optional.of(FEED);
            case "urlset", "sitemapindex" -> Optional.of(SITEMAP);
            case "opml" -> Optional.of(OPML);
            default -> Optional.empty();
        };
    }

    private static String head(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD);
        Charset charset = length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                ? StandardCharsets.UTF_16LE
                : length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.UTF_8;
        String head = new String(bytes, 0, length, charset);
        return head.startsWith("\ufeff") ? head.substring(1) : head;
    }

    /**
     * What the bytes list.
     *
     * @param base where they came from: links may be relative to it; empty for a file
     * @throws MalformedException if they are not well formed
     */
    public Listing read(byte[] bytes, Optional<URI> base) throws MalformedException {
        // The parsers refuse it too, each in words of its own.
        if (this != JSON_FEED && DOCTYPE.matcher(head(bytes)).find()) {
            throw MalformedException.ofDoctype();
        }
        return switch (this) {
            case FEED -> Feeds.read(bytes, base);
            case JSON_FEED -> JsonFeeds.read(bytes, base);
            case SITEMAP -> Sitemaps.read(bytes, base);
            case OPML -> Opmls.read(bytes, base);
        };
    }
}
