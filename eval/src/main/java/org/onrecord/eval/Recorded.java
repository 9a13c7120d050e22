package org.onrecord.eval;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.Gold;

/** Annotations made before: of another system, of an earlier run, or of a second annotator. */
public final class Recorded implements Annotator {
    private final String name;
    private final Map<String, Document> documents = new HashMap<>();

    public Recorded(String name, Corpus corpus) {
        this.name = name;
        for (Gold gold : corpus.articles()) {
            documents.put(gold.document().text(), gold.document());
        }
    }

    /** Whether there is anything for an article. */
    public boolean knows(Article article) {
        return documents.containsKey(article.text());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Document annotate(Article article) {
        Document document = documents.get(article.text());
        if (document == null) {
            throw new IllegalStateException("there are no annotations of this text");
        }
        return document;
    }
}
