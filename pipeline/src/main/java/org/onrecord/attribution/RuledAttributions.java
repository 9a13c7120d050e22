package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Attribution;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Finds attributions paragraph by paragraph by cue words and syntax alone; what the trained tagger starts from. */
public final class RuledAttributions implements Stage<Attribution> {
    private final Frames frames;
    private final Genders genders;

    RuledAttributions(Genders genders) {
        this.frames = new Frames(Cues.load());
        this.genders = genders;
    }

    public static RuledAttributions load() {
        return new RuledAttributions(Genders.load());
    }

    @Override
    public Kind<Attribution> writes() {
        return Kind.ATTRIBUTION;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.ENTITY, Kind.QUOTE);
    }

    @Override
    public List<Attribution> annotate(View view) {
        List<Parse> sentences = view.parses();
        List<Quote> speech = view.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .toList();
        List<Span> quotations = speech.stream().map(Quote::span).toList();
        Speakers speakers = new Speakers(view.all(Kind.ENTITY), sentences, quotations, genders);
        List<Attribution> found = new ArrayList<>();
        Optional<Attribution> previous = Optional.empty();
        for (Zone zone : view.article().zones()) {
            if (zone.kind().isProse()) {
                List<Attribution> here = new Paragraph(view.text(), zone.span(), sentences, speech, frames)
                        .attributions(speakers, previous, found.size());
                found.addAll(here);
                previous = here.isEmpty() ? Optional.empty() : Optional.of(here.getLast());
            }
        }
        return found;
    }
}
