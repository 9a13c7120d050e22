package org.onrecord.search;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.onrecord.document.Article;

/**
 * Under what an article is kept: its address where it has one, else where it was read from. One page under two spellings
 * of its address is one article, and so is one file under two spellings of its path.
 */
final class ArticleKey {
    /** What was sent rather than read from somewhere begins so; it is known by its bytes. */
    private static final String SENT = "upload:";

    private ArticleKey() {}

    static String of(Article article, String origin) {
        return article.metadata().url().map(PageAddress::of).orElseGet(() -> place(origin));
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
