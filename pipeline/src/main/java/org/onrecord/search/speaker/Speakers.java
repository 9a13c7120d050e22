package org.onrecord.search.speaker;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.search.speaker.SpeakerProfile.Aim;

/** Looks up speakers in an index. */
public final class Speakers {
    /** Words that tell what a speaker speaks about. */
    public static final int MOST_TOPICS = 20;

    /** More is hardly a name. */
    private static final int LONGEST = 200;

    private static final List<String> AIMED = List.of("accuse", "deny", "doubt", "demand");

    private final FindingSearch search;

    public Speakers(FindingSearch search) {
        this.search = search;
    }

    /**
     * Finds a speaker: one of exactly this name, else one whom articles call so, else one whose name has these words.
     * Where several are left, says which.
     *
     * @param request narrows down what is told of the speaker; its order, limit and offset are those of the rows
     * @throws org.onrecord.search.QueryException if the query of the request cannot be read
     */
    public SpeakerAnswer find(String name, Request request) {
        String quoted = quoted(name);
        if (quoted.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new SpeakerAnswer.Nobody();
        }
        Request anybody = said(Request.of(""));
        List<Facets.Count> exact = speakers(anybody.and("by:" + quoted));
        List<Facets.Count> called = speakers(anybody.and("called:" + quoted));
        if (!exact.isEmpty()) {
            String found = exact.getFirst().value();
            List<Facets.Count> others = called.stream()
                    .filter(other -> !isOne(found, other.value()))
                    .toList();
            return new SpeakerAnswer.Found(profile(found, others, request));
        }
        List<Facets.Count> likely = called.isEmpty() ? named(speakers(anybody.and("speaker:" + quoted)), name) : called;
        return switch (likely.size()) {
            case 0 ->
                figures(Request.of("").and("by:" + quoted)) == 0
                        ? new SpeakerAnswer.Nobody()
                        : new SpeakerAnswer.Found(profile(name.strip(), List.of(), request));
            case 1 -> new SpeakerAnswer.Found(profile(likely.getFirst().value(), List.of(), request));
            default -> new SpeakerAnswer.Several(likely);
        };
    }

    /** Those whose names have the words, where there are any; else those whose role or body has them. */
    private static List<Facets.Count> named(List<Facets.Count> found, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Facets.Count> named = found.stream()
                .filter(each -> each.value().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return named.isEmpty() ? found : named;
    }

    private boolean isOne(String name, String other) {
        return name.equals(other)
                || search.search(Request.of("")
                                        .of(Hit.Type.QUOTE, Hit.Type.CLAIM)
                                        .page(1, 0)
                                        .and("by:" + quoted(name))
                                        .and("by:" + quoted(other)))
                                .total()
                        > 0;
    }

    private SpeakerProfile profile(String name, List<Facets.Count> others, Request narrowed) {
        String quoted = quoted(name);
        Request theirs = said(narrowed).and("by:" + quoted);
        FindingSearch.Counted said = search.counted(theirs);
        return new SpeakerProfile(
                name,
                said.facets(),
                figures(narrowed.and("by:" + quoted)),
                search.aliases(theirs),
                search.significant(theirs, MOST_TOPICS),
                AIMED.stream()
                        .flatMap(stance -> aim(stance, theirs, Facets.By.TARGET))
                        .toList(),
                AIMED.stream()
                        .flatMap(stance -> aim(stance, said(narrowed).and("against:" + quoted), Facets.By.SPEAKER))
                        .toList(),
                others,
                said.result());
    }

    private Stream<Aim> aim(String stance, Request request, Facets.By by) {
        Facets found = search.facets(request.and("stance:" + stance));
        List<Facets.Count> names = found.values().getOrDefault(by, List.of());
        return names.isEmpty() ? Stream.empty() : Stream.of(new Aim(stance, found.total(), names));
    }

    private long figures(Request request) {
        return search.search(request.of(Hit.Type.FIGURE).page(1, 0)).total();
    }

    private List<Facets.Count> speakers(Request request) {
        return search.facets(request).values().getOrDefault(Facets.By.SPEAKER, List.of());
    }

    private static Request said(Request request) {
        return request.of(Hit.Type.QUOTE, Hit.Type.CLAIM);
    }

    private static String quoted(String name) {
        return '"' + name.substring(0, Math.min(name.length(), LONGEST)).replace('"', ' ') + '"';
    }
}
