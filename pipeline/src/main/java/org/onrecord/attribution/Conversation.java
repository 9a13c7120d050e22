package org.onrecord.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Attribution;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;

/**
 * Who speaks on where a paragraph is a quotation without a cue: as news has it, whoever spoke last; where two people answer
 * one another, the other of them.
 *
 * @param last the attributions of the paragraph before
 * @param before those of the paragraph before that
 * @param acts whoever the paragraph before leads up to at its end
 */
record Conversation(String text, List<Attribution> last, List<Attribution> before, Optional<Speaker> acts) {
    private static final Set<String> ANSWERS =
            Set.of("asked", "asks", "replied", "replies", "answered", "answers", "retorted", "retorts");

    Conversation {
        last = List.copyOf(last);
        before = List.copyOf(before);
    }

    static Conversation start(String text) {
        return new Conversation(text, List.of(), List.of(), Optional.empty());
    }

    /**
     * After one more paragraph.
     *
     * @param acts whoever it leads up to at its end: "Maria Quint read from a card."
     */
    Conversation then(List<Attribution> paragraph, Optional<Speaker> acts) {
        return new Conversation(text, outermost(paragraph), last, acts);
    }

    /** “He said it was safe, and it was not”: whoever he is, he does not go on speaking. */
    private static List<Attribution> outermost(List<Attribution> paragraph) {
        return paragraph.stream()
                .filter(inner -> paragraph.stream()
                        .noneMatch(outer -> !outer.equals(inner)
                                && outer.content().spans().stream().anyMatch(span -> span.contains(place(inner)))))
                .toList();
    }

    private static Span place(Attribution attribution) {
        return attribution.cue().orElse(attribution.content().hull());
    }

    /** Who speaks in a quotation without a cue. */
    Optional<Speaker> next() {
        if (acts.isPresent()) {
            return acts;
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Attribution latest = last.getLast();
        return before.isEmpty() || !answers(latest, before.getLast())
                ? latest.speaker()
                : before.getLast().speaker();
    }

    /** Whether the words end in a question mark, with nothing but other marks behind it. */
    private static boolean asks(String words) {
        int last = words.length() - 1;
        while (last > 0 && words.charAt(last) != '?' && !Character.isLetterOrDigit(words.charAt(last))) {
            last--;
        }
        return words.charAt(last) == '?';
    }

    private boolean answers(Attribution latest, Attribution earlier) {
        boolean question = asks(latest.content().of(text));
        boolean bothSpeak =
                latest.kind() == Attribution.Kind.DIRECT && (question || earlier.kind() == Attribution.Kind.DIRECT);
        boolean others = latest.speaker().isPresent()
                && earlier.speaker().isPresent()
                && !latest.speaker().get().name().equals(earlier.speaker().get().name());
        boolean answer = question
                || latest.cue().map(cue -> ANSWERS.contains(cue.of(text))).orElse(true);
        return bothSpeak && others && answer;
    }
}
