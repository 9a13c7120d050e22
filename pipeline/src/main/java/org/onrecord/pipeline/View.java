package org.onrecord.pipeline;

import java.util.List;
import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;

/** What a stage may see of a document: the article, and the layers it declared that it reads. */
public final class View {
    private final Document document;
    private final Set<Kind<?>> declared;

    public View(Document document, Set<Kind<?>> declared) {
        this.document = document;
        this.declared = Set.copyOf(declared);
    }

    public Article article() {
        return document.article();
    }

    public String text() {
        return document.text();
    }

    /**
     * The items of a layer.
     *
     * @throws IllegalStateException if the stage did not declare that it reads them
     */
    public <A extends Annotation> List<A> all(Kind<A> kind) {
        if (!declared.contains(kind)) {
            throw new IllegalStateException("the stage did not declare that it reads " + kind);
        }
        return document.all(kind);
    }

    /** The sentences as trees; needs sentences, tokens and dependencies declared. */
    public List<Parse> parses() {
        return Parse.of(all(Kind.SENTENCE), all(Kind.TOKEN), all(Kind.DEPENDENCY));
    }
}
