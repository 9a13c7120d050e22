package org.onrecord.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Article;
import org.onrecord.document.Basis;
import org.onrecord.document.Kind;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quote;
import org.onrecord.document.Sentence;
import org.onrecord.document.Span;

class PipelineTest {
    private static final Stage<Sentence> SENTENCES = new Fixed<>(
            Kind.SENTENCE, Set.of(), view -> List.of(new Sentence("s1", new Span(0, 3), new Basis.Human("test"))));

    @Test
    void stampsEveryLayerWithStageAndVersion() {
        Outcome outcome = new Pipeline("1.2", List.of(SENTENCES)).run(Article.ofBody("Yes."));
        Outcome.Annotated annotated = assertInstanceOf(Outcome.Annotated.class, outcome);
        assertEquals(
                new Provenance("Fixed", "1.2"),
                annotated.document().find(Kind.SENTENCE).orElseThrow().provenance());
    }

    @Test
    void refusesAStageThatReadsWhatNobodyWrote() {
        Stage<Quote> quotes = new Fixed<>(Kind.QUOTE, Set.of(Kind.SENTENCE), view -> List.of());
        List<Stage<?>> wrongOrder = List.of(quotes, SENTENCES);
        String message = assertThrows(IllegalArgumentException.class, () -> new Pipeline("1", wrongOrder))
                .getMessage();
        assertEquals("Fixed reads sentence, which no earlier stage writes", message);
    }

    @Test
    void refusesTwoStagesThatWriteTheSame() {
        List<Stage<?>> twice = List.of(SENTENCES, SENTENCES);
        assertThrows(IllegalArgumentException.class, () -> new Pipeline("1", twice));
    }

    @Test
    void aStageCannotReadWhatItDidNotDeclare() {
        Stage<Quote> sly = new Fixed<>(Kind.QUOTE, Set.of(), view -> {
            view.all(Kind.SENTENCE);
            return List.of();
        });
        Outcome outcome = new Pipeline("1", List.of(SENTENCES, sly)).run(Article.ofBody("Yes."));
        assertEquals(
                "the stage did not declare that it reads sentence",
                assertInstanceOf(Outcome.Failed.class, outcome).cause().getMessage());
    }

    @Test
    void aFailureNamesTheStageAndKeepsTheArticle() {
        Article article = Article.ofBody("Yes.");
        Stage<Quote> broken = new Fixed<>(Kind.QUOTE, Set.of(), view -> {
            throw new IllegalStateException("broken");
        });
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, new Pipeline("1", List.of(broken)).run(article));
        assertEquals("Fixed", failed.stage());
        assertEquals(article, failed.article());
    }

    private record Fixed<A extends org.onrecord.document.Annotation>(
            Kind<A> writes, Set<Kind<?>> reads, Function<View, List<A>> work) implements Stage<A> {
        @Override
        public List<A> annotate(View view) {
            return work.apply(view);
        }
    }
}
