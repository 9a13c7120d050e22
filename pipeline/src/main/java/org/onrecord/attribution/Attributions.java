package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.attribution.tagger.AttributionModel;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.document.Attribution;
import org.onrecord.document.Entity;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/**
 * Finds attributions paragraph by paragraph and resolves their speakers: rules first, then the trained tagger that weighs
 * what they found, then the quotations that it left.
 */
public final class Attributions implements Stage<Attribution> {
    private final RuledAttributions rules;
    private final Tagger tagger;
    private final Genders genders;

    private Attributions(Genders genders, AttributionModel model) {
        this.rules = new RuledAttributions(genders);
        this.tagger = new Tagger(model);
        this.genders = genders;
    }

    /** With the model that comes with the program. */
    public static Attributions load() {
        return with(AttributionModel.load());
    }

    public static Attributions with(AttributionModel model) {
        return new Attributions(Genders.load(), model);
    }

    @Override
    public Kind<Attribution> writes() {
        return Kind.ATTRIBUTION;
    }

    @Override
    public Set<Kind<?>> reads() {
        return rules.reads();
    }

    @Override
    public List<Attribution> annotate(View view) {
        List<Attribution> ruled = rules.annotate(view);
        List<Parse> sentences = view.parses();
        List<Entity> entities = view.all(Kind.ENTITY);
        List<Quote> speech = view.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .toList();
        List<Span> quotations = speech.stream().map(Quote::span).toList();
        Speakers speakers = new Speakers(entities, sentences, quotations, genders);
        List<Attribution> found = new ArrayList<>();
        Optional<Attribution> previous = Optional.empty();
        for (Zone zone : view.article().zones()) {
            if (zone.kind().isProse()) {
                Passage passage = Passage.of(zone.span(), sentences, speech, entities, ruled);
                List<Attribution> here = new TaggedParagraph(view.text(), passage, speech, ruled)
                        .attributions(tagger.tag(passage), speakers, previous, found.size());
                found.addAll(here);
                previous = here.isEmpty() ? Optional.empty() : Optional.of(here.getLast());
            }
        }
        return found;
    }
}
