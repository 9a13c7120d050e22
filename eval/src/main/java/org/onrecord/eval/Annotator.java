package org.onrecord.eval;

import org.onrecord.document.Article;
import org.onrecord.document.Document;

/** A system that finds things in articles: the program itself, or something it is compared with. */
public interface Annotator {
    String name();

    /**
     * The article with whatever layers the system writes. May be called by several threads at once.
     *
     * @throws RuntimeException if the system fails on the article; the run counts it and goes on with nothing found
     */
    Document annotate(Article article);
}
