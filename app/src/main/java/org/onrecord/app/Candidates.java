package org.onrecord.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.eval.Annotator;
import org.onrecord.eval.Extractor;
import org.onrecord.eval.baseline.AllParagraphs;
import org.onrecord.eval.baseline.CoreNlpQuotes;
import org.onrecord.eval.baseline.FirstNumber;
import org.onrecord.eval.baseline.NearestName;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;
import org.onrecord.pipeline.Outcome;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The systems that can be scored, by their names on the command line. */
final class Candidates {
    private Candidates() {}

    /** Named as on the command line. */
    enum Name {
        ours,
        corenlp,
        corenlp_strict,
        baseline,
        first_number;

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    /** Takes the names with their hyphens. */
    static final class Reader implements ITypeConverter<Name> {
        @Override
        public Name convert(String value) {
            return Stream.of(Name.values())
                    .filter(name -> name.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("'" + value + "' is none of " + List.of(Name.values())));
        }
    }

    static Annotator annotator(Name name) {
        return switch (name) {
            case ours -> new Ours();
            case corenlp -> CoreNlpQuotes.stock();
            case corenlp_strict -> CoreNlpQuotes.strict();
            case baseline -> new NearestName();
            case first_number -> new FirstNumber();
        };
    }

    /** On web pages every baseline is that of all paragraphs. */
    static Extractor extractor(Name name) {
        return name == Name.ours ? pages(Articles.load()) : new AllParagraphs();
    }

    static Extractor pages(Articles articles) {
        return new OursOnPages(articles);
    }

    private record Ours() implements Annotator {
        @Override
        public String name() {
            return "ours";
        }

        @Override
        public Document annotate(Article article) {
            return switch (Models.LAZY.get().run(article)) {
                case Outcome.Annotated annotated -> annotated.document();
                case Outcome.Failed failed ->
                    throw new IllegalStateException(failed.stage() + " failed: " + failed.cause(), failed.cause());
            };
        }
    }

    private record OursOnPages(Articles articles) implements Extractor {
        @Override
        public String name() {
            return "ours";
        }

        @Override
        public Optional<Article> extract(byte[] page) {
            try {
                return Optional.of(articles.ofPage(page));
            } catch (UnreadableException e) {
                return Optional.empty();
            }
        }
    }
}
