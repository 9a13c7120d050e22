package org.onrecord.attribution;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.document.Attribution;
import org.onrecord.document.Entity;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.pipeline.View;

/**
 * An article as attributions are looked for in it.
 *
 * @param paragraphs the parts that are looked at one by one
 * @param speech the quotations that somebody said or wrote
 */
public record Prose(
        String text, List<Span> paragraphs, List<Parse> sentences, List<Quote> speech, List<Entity> entities) {
    public static final Set<Kind<?>> READS =
            Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.ENTITY, Kind.QUOTE);

    public Prose {
        paragraphs = List.copyOf(paragraphs);
        sentences = List.copyOf(sentences);
        speech = List.copyOf(speech);
        entities = List.copyOf(entities);
    }

    /** Of an article with everything up to its quotations. */
    public static Prose of(View view) {
        return new Prose(
                view.text(),
                Paragraphs.of(view.article()),
                view.parses(),
                view.all(Kind.QUOTE).stream()
                        .filter(quote -> quote.kind().isSpeech())
                        .toList(),
                view.all(Kind.ENTITY));
    }

    /** A paragraph with the attributions that the rules found in the article. */
    public Passage passage(Span paragraph, List<Attribution> ruled) {
        return Passage.of(paragraph, sentences, speech, entities, ruled);
    }
}
