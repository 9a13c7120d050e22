package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Attribution;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.document.Transcript;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;
import org.onrecord.reference.Genders;
import org.onrecord.reference.Speakers;

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
        return Prose.READS;
    }

    @Override
    public List<Attribution> annotate(View view) {
        Prose prose = Prose.of(view);
        return of(prose, Speakers.of(view, prose.sentences(), genders));
    }

    /** @param speakers that have heard nobody yet */
    List<Attribution> of(Prose prose, Speakers speakers) {
        boolean transcript = Transcript.is(prose.text(), prose.paragraphs());
        List<Attribution> found = new ArrayList<>();
        Conversation conversation = Conversation.start(prose.text());
        for (Span paragraph : prose.paragraphs()) {
            List<Attribution> here = new Paragraph(
                            prose.text(), paragraph, prose.sentences(), prose.speech(), frames, transcript)
                    .attributions(speakers, conversation.next(), found.size());
            found.addAll(here);
            conversation = conversation.then(here, Optional.empty());
        }
        return found;
    }
}
