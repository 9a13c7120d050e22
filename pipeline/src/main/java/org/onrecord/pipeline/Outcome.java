package org.onrecord.pipeline;

import org.onrecord.document.Article;
import org.onrecord.document.Document;

/** What became of one article. */
public sealed interface Outcome {
    /** Every stage ran. */
    record Annotated(Document document) implements Outcome {}

    /** A stage threw; the article is kept aside with the cause. */
    record Failed(Article article, String stage, Throwable cause) implements Outcome {}
}
