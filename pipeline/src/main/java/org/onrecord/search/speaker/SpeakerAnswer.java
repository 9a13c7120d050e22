package org.onrecord.search.speaker;

import java.util.List;
import org.onrecord.search.Facets;

/** What an index knows under a name. */
public sealed interface SpeakerAnswer {
    /** One speaker, or one who goes by that name where others may be meant as well. */
    record Found(SpeakerProfile profile) implements SpeakerAnswer {}

    /**
     * Several speakers whom the name may mean.
     *
     * @param speakers with how many findings each has, the most frequent first
     */
    record Several(List<Facets.Count> speakers) implements SpeakerAnswer {
        public Several {
            speakers = List.copyOf(speakers);
        }
    }

    /** Nobody of this name said anything. */
    record Nobody() implements SpeakerAnswer {}
}
