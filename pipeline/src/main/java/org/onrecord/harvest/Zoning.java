package org.onrecord.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/** Gives every paragraph of a text its zone, by its own words and by where it stands. */
final class Zoning {
    /** "TARNOW, Jan 14 (Meridian Press) —", "CNN —", "KAROS --": a place, a date, an agency, a dash. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:(?:\\p{Lu}[\\p{Lu}.'’-]+(?:[ ,/]+\\p{Lu}[\\p{Lu}.'’-]+){0,4}(?:,? \\p{Lu}[\\p{L}.]+){0,2}(?:,? \\d{1,2}(?: \\p{Lu}[\\p{L}.]+)?)?(?:,? \\d{2,4})? ?(?:\\([\\p{L} .&/-]{2,40}\\))?)"
                    + "|(?:\\p{Lu}[\\p{L}.'’-]+(?:[ ,/]+\\p{Lu}[\\p{L}.'’-]+){0,4}(?:,? \\d{1,2})? ?\\([\\p{L} .&/-]{2,40}\\)))\\s*(?:—|–|―|--|-)(?:\\s+|$)");

    private static final Pattern CLOSED = Pattern.compile(".*[.!?:;,][”\"’'»)\\]]*$");
    private static final Pattern LISTED = Pattern.compile("^(?:[•*·‣–—-]|\\d{1,2}[.)])\\s.*");
    private static final int LONGEST_HEADLINE_WORDS = 25;
    private static final int LONGEST_SUBHEAD_WORDS = 9;
    private static final int SHORTEST_SUMMARY_WORDS = 10;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}[\\p{L}'’-]{3,}");

    private Zoning() {}

    /**
     * The zones of plain text.
     *
     * @param paragraphs their spans, white space around them excluded
     */
    static List<Zone> of(String text, List<Span> paragraphs) {
        List<Zone> zones = new ArrayList<>();
        boolean headline = false;
        boolean body = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            Span span = paragraphs.get(i);
            String line = span.of(text);
            Optional<Zone.Kind> known = LineKind.of(line);
            if (known.isPresent()) {
                zones.add(new Zone(span, known.get()));
            } else if (!body
                    && isLabel(line, LONGEST_HEADLINE_WORDS)
                    && isFollowed(paragraphs, i)
                    && dateline(line).isEmpty()
                    && !(headline && isSentence(line))) {
                zones.add(new Zone(span, headline ? Zone.Kind.FURNITURE : Zone.Kind.HEADLINE));
                headline = true;
            } else if (body && isLabel(line, LONGEST_SUBHEAD_WORDS)) {
                zones.add(new Zone(span, Zone.Kind.FURNITURE));
            } else {
                zones.addAll(body(span, line));
                body |= zones.getLast().kind() == Zone.Kind.BODY;
            }
        }
        return zones;
    }

    /** A body paragraph, with its dateline apart. */
    static List<Zone> body(Span span, String line) {
        Optional<Integer> dateline = dateline(line);
        if (dateline.isEmpty()) {
            return List.of(new Zone(span, Zone.Kind.BODY));
        }
        int end =
                span.start() + line.substring(0, dateline.get()).stripTrailing().length();
        Zone first = new Zone(new Span(span.start(), end), Zone.Kind.DATELINE);
        int rest = span.start() + dateline.get();
        return rest >= span.end()
                ? List.of(first)
                : List.of(first, new Zone(new Span(rest, span.end()), Zone.Kind.BODY));
    }

    private static Optional<Integer> dateline(String line) {
        Matcher matcher = DATELINE.matcher(line);
        return matcher.find() ? Optional.of(matcher.end()) : Optional.empty();
    }

    /** Short, and not closed like a sentence. */
    private static boolean isLabel(String line, int mostWords) {
        return LineKind.words(line) <= mostWords
                && !CLOSED.matcher(line).matches()
                && !LISTED.matcher(line).matches()
                && line.codePoints().anyMatch(Character::isLetter);
    }

    /** A summary below the headline, which often has no full stop: long, and not written in capitals as headlines are. */
    private static boolean isSentence(String line) {
        List<String> words =
                LONG_WORD.matcher(line).results().map(MatchResult::group).toList();
        long capitalised = words.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .count();
        return LineKind.words(line) >= SHORTEST_SUMMARY_WORDS && 2 * capitalised < words.size();
    }

    private static boolean isFollowed(List<Span> paragraphs, int index) {
        return index + 1 < paragraphs.size();
    }
}
