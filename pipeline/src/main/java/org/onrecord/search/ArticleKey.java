package org.onrecord.search;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.onrecord.document.Article;

/**
 * Under what an article is kept: its address where it has one, else where it was read from. One page under two spellings
 * of its address is one article, and so is one file under two spellings of its path. The fragment of an address counts
 * where the article was read from that part of its page, as a post of a live blog is.
 */
final class ArticleKey {
    /** What was sent rather than read from somewhere begins so; it is known by its bytes. */
    private static final String SENT = "upload:";

    private ArticleKey() {}

    static String of(Article article, String origin) {
        return article.metadata()
                .url()
                .map(url -> PageAddress.of(url) + part(url, origin))
                .orElseGet(() -> place(origin));
    }

    private static String part(String url, String origin) {
        int hash = url.indexOf('#');
        boolean selecting = hash < 0 || PageAddress.of(url).endsWith(url.substring(hash));
        return !selecting && origin.endsWith(url.substring(hash)) ? url.substring(hash) : "";
    }

    private static String place(String origin) {
        if (PageAddress.isWeb(origin)) {
            return PageAddress.of(origin);
        }
        if (origin.startsWith(SENT)) {
            return origin;
        }
        try {
            return Path.of(origin).toAbsolutePath().normalize().toString();
        } catch (
                InvalidPathException
                        e) { // lines of a file are numbered with a colon, which some systems allow in no path
            return origin;
        }
    }
}
