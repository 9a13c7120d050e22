package org.onrecord;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Metadata;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.entity.Entities;
import org.onrecord.entity.Names;
import org.onrecord.pipeline.Outcome;
import org.onrecord.pipeline.Pipeline;
import org.onrecord.pipeline.Stage;
import org.onrecord.segment.Sentences;
import org.onrecord.segment.Tokens;
import org.onrecord.syntax.Dependencies;

/** The stages that need models, read once for all tests. */
public final class Stages {
    public static final List<Stage<?>> SYNTAX = List.of(new Sentences(), Tokens.load(), Dependencies.load());
    public static final List<Stage<?>> ENTITIES = with(SYNTAX, Names.load(), Entities.load());

    private Stages() {}

    public static List<Stage<?>> with(List<Stage<?>> stages, Stage<?>... more) {
        List<Stage<?>> all = new ArrayList<>(stages);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Runs stages over a text; every line is a paragraph of the body. */
    public static Document run(List<Stage<?>> stages, String text) {
        return run(stages, article(text));
    }

    public static Document run(List<Stage<?>> stages, Article article) {
        return switch (new Pipeline("test", stages).run(article)) {
            case Outcome.Annotated annotated -> annotated.document();
            case Outcome.Failed failed -> throw new AssertionError(failed.stage() + " failed", failed.cause());
        };
    }

    /** An article whose lines are its body paragraphs. */
    public static Article article(String text) {
        List<Zone> zones = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                zones.add(new Zone(new Span(start, start + line.length()), Zone.Kind.BODY));
            }
            start += line.length() + 1;
        }
        return new Article(text, zones, Metadata.NONE, "en", Article.Status.COMPLETE);
    }
}
