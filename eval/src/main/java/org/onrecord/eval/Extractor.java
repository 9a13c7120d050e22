package org.onrecord.eval;

import java.util.Optional;
import org.onrecord.document.Article;

/** A system that finds the article on a web page. */
public interface Extractor {
    String name();

    /**
     * The article.
     *
     * @param page as fetched
     * @return nothing where the system finds none
     */
    Optional<Article> extract(byte[] page);
}
