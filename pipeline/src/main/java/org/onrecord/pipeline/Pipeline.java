package org.onrecord.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;

/** Stages in order. Immutable and safe for use by several threads when its stages are. */
public final class Pipeline {
    private final String version;
    private final List<Stage<?>> stages;

    /**
     * @param version of the program, for provenance
     * @throws IllegalArgumentException if a stage reads what no earlier stage writes, or two write the same
     */
    public Pipeline(String version, List<Stage<?>> stages) {
        this.version = version;
        this.stages = List.copyOf(stages);
        Set<Kind<?>> written = new HashSet<>();
        for (Stage<?> stage : this.stages) {
            for (Kind<?> kind : stage.reads()) {
                if (!written.contains(kind)) {
                    throw new IllegalArgumentException(
                            stage.name() + " reads " + kind + ", which no earlier stage writes");
                }
            }
            if (!written.add(stage.writes())) {
                throw new IllegalArgumentException(
                        "two stages write " + stage.writes() + ": the second is " + stage.name());
            }
        }
    }

    public List<Stage<?>> stages() {
        return stages;
    }

    /** Runs all stages. A stage that throws fails this article only. */
    public Outcome run(Article article) {
        Document document = Document.of(article);
        for (Stage<?> stage : stages) {
            try {
                document = document.with(layer(stage, document));
            } catch (RuntimeException | StackOverflowError e) {
                return new Outcome.Failed(article, stage.name(), e);
            }
        }
        return new Outcome.Annotated(document);
    }

    private <A extends Annotation> Layer<A> layer(Stage<A> stage, Document document) {
        List<A> items = stage.annotate(new View(document, stage.reads()));
        return new Layer<>(stage.writes(), items, new Provenance(stage.name(), version));
    }
}
