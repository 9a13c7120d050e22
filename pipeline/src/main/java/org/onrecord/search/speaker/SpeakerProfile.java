package org.onrecord.search.speaker;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.SignificantTerm;

/**
 * Everything one speaker said, within what a request narrows it down to. Counts are of rows: what near-copies share counts
 * once.
 *
 * @param name the canonical one: the most frequent spelling of those known to be this speaker's
 * @param said how quotations and claims are distributed: by site, kind, stance, role, affiliation and day
 * @param figures how many casualty figures are according to the speaker
 * @param aliases how articles call the speaker, the name itself among them
 * @param topics words that tell what is said from what others say
 * @param aims whom the speaker speaks of, by what is done: accuse, deny, doubt, demand
 * @param aimedAt who speaks of the speaker, in the same way
 * @param others whom the name may mean as well
 * @param rows what was said, in the order and page that were asked for
 */
public record SpeakerProfile(
        String name,
        Facets said,
        long figures,
        List<Facets.Count> aliases,
        List<SignificantTerm> topics,
        List<Aim> aims,
        List<Aim> aimedAt,
        List<Facets.Count> others,
        FindingSearch.Result rows) {
    /**
     * Towards whom, or from whom, a stance is taken.
     *
     * @param stance "accuse", "deny", "doubt" or "demand"
     * @param total findings with somebody on the other side, who may be more than those named
     */
    public record Aim(String stance, long total, List<Facets.Count> names) {
        public Aim {
            names = List.copyOf(names);
        }
    }

    public SpeakerProfile {
        aliases = List.copyOf(aliases);
        topics = List.copyOf(topics);
        aims = List.copyOf(aims);
        aimedAt = List.copyOf(aimedAt);
        others = List.copyOf(others);
    }

    /** Counts of one kind, the most frequent first. */
    public List<Facets.Count> counts(Facets.By by) {
        return said.values().getOrDefault(by, List.of());
    }

    /** Rows by day of publication; the latest {@value Facets#MOST_DAYS} days on which something was said. */
    public SortedMap<LocalDate, Long> days() {
        return said.days();
    }

    /** The first of {@link #days()}. */
    public Optional<LocalDate> first() {
        return days().isEmpty() ? Optional.empty() : Optional.of(days().firstKey());
    }

    /** The last of {@link #days()}. */
    public Optional<LocalDate> last() {
        return days().isEmpty() ? Optional.empty() : Optional.of(days().lastKey());
    }
}
