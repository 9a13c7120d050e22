package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.onrecord.Stages;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;

class ReadingsTest {
    private static final Document DOCUMENT =
            Stages.run(Stages.SYNTAX, "The bridge, police said on Monday in Tarnow, was closed and nobody knew why.");
    private static final Passage PASSAGE = Passage.of(
            DOCUMENT.article().zones().getFirst().span(),
            Parse.of(DOCUMENT.all(Kind.SENTENCE), DOCUMENT.all(Kind.TOKEN), DOCUMENT.all(Kind.DEPENDENCY)),
            List.of(),
            List.of(),
            List.of());
    private static final Crf JUDGE =
            new Crf(List.of(Labels.OUTSIDE, "U-right"), new float[2][2], Map.of("likely", new float[] {0, 2}));

    @Property(tries = 200)
    void partsOfAReadingNeverOverlapAndTheCountIsBounded(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 10) Integer> starts) {
        Stretch cue = new Stretch(Tagger.CUE, 4, 4);
        List<Likely> segments = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int last = Math.min(PASSAGE.size() - 1, starts.get(i) + i % 4);
            segments.add(
                    new Likely(new Stretch(i % 3 == 0 ? Tagger.SOURCE : Tagger.CONTENT, starts.get(i), last), 0.5));
        }
        Candidate candidate = new Candidate(
                new Likely(cue, 0.9), 0.9, segments, Collections.nCopies(segments.size(), List.of("likely")));
        Readings readings = Readings.of(PASSAGE, candidate, List.of(candidate), JUDGE);
        assertTrue(readings.all().size() <= 40);
        for (Reading reading : readings.all()) {
            List<Likely> parts = new ArrayList<>(reading.content());
            reading.source().ifPresent(parts::add);
            for (int i = 0; i < parts.size(); i++) {
                for (int k = 0; k < i; k++) {
                    assertFalse(parts.get(i).stretch().overlaps(parts.get(k).stretch()), reading.toString());
                }
            }
        }
        boolean hasContent =
                segments.stream().anyMatch(segment -> segment.stretch().label().equals(Tagger.CONTENT));
        assertEquals(hasContent, readings.best(new Ranker(Map.of())).isPresent());
    }

    /** The passage has "on Monday" at 5 and "Tarnow" at 8. */
    @Test
    void aTimeIsNoSource() {
        assertTrue(PASSAGE.isTime(new Stretch(Tagger.SOURCE, 5, 6)));
        assertTrue(PASSAGE.isTime(new Stretch(Tagger.SOURCE, 6, 6)));
        assertFalse(PASSAGE.isTime(new Stretch(Tagger.SOURCE, 5, 5)), "on");
        assertFalse(PASSAGE.isTime(new Stretch(Tagger.SOURCE, 6, 8)), "Monday in Tarnow");
        assertFalse(PASSAGE.isTime(new Stretch(Tagger.SOURCE, 3, 3)), "police");
    }
}
