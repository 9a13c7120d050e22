package org.onrecord.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Attribution;
import org.onrecord.document.Speaker;

/**
 * Who speaks on where a paragraph is a quotation without a cue: as news has it, whoever spoke last; where two people answer
 * one another, the other of them.
 *
 * @param last the attributions of the paragraph before
 * @param before those of the paragraph before that
 */
record Conversation(String text, List<Attribution> last, List<Attribution> before) {
    private static final Set<String> ANSWERS =
            Set.of("asked", "asks", "replied", "replies", "answered", "answers", "retorted", "retorts");

    Conversation {
        last = List.copyOf(last);
        before = List.copyOf(before);
    }

    static Conversation start(String text) {
        return new Conversation(text, List.of(), List.of());
    }

    /** After one more paragraph. */
    Conversation then(List<Attribution> paragraph) {
        return new Conversation(text, paragraph, last);
    }

    /** Who speaks in a quotation without a cue. */
    Optional<Speaker> next() {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Attribution latest = last.getLast();
        return before.isEmpty() || !answers(latest, before.getLast())
                ? latest.speaker()
                : before.getLast().speaker();
    }

    private boolean answers(Attribution latest, Attribution earlier) {
        boolean bothSpeak = latest.kind() == Attribution.Kind.DIRECT && earlier.kind() == Attribution.Kind.DIRECT;
        boolean others = latest.speaker().isPresent()
                && earlier.speaker().isPresent()
                && !latest.speaker().get().name().equals(earlier.speaker().get().name());
        boolean answer = latest.cue().map(cue -> ANSWERS.contains(cue.of(text))).orElse(true);
        return bothSpeak && others && answer;
    }
}
