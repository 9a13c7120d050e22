package org.onrecord.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Span;

/**
 * Pairs the quotation marks of one paragraph and gives the spans between them, outermost only. An apostrophe is told
 * from a single quotation mark by what stands on either side. A mark that is never closed runs to the end of the
 * paragraph, as in a quotation of several paragraphs. Takes time proportional to the length; never throws.
 */
final class Marks {
    private static final Set<String> ELISIONS = Set.of(
            "n", "em", "til", "till", "tis", "twas", "cause", "bout", "round", "cos", "er", "im", "ere", "neath");
    private static final Pattern OPENS_CLAUSE = Pattern.compile("^[\\s.…\\-–—―]*\\p{Lu}.*", Pattern.DOTALL);
    private static final String STOPS = ".,!?…";
    private static final String AFTER_CLOSER = ",.;:!?)]}…—–―-";

    /** Characters: a longer stretch between single marks is two apostrophes. */
    private static final int LONGEST_SINGLE = 1500;

    private final String text;
    private final int end;

    /** Marks that do not occur again before the end: keeps the whole search linear. */
    private final Set<String> exhausted = new HashSet<>();

    private Marks(String text, Span paragraph) {
        this.text = text;
        this.end = paragraph.end();
    }

    /** The spans inside the marks of a paragraph, in order; white space and marks excluded, never empty. */
    static List<Span> pair(String text, Span paragraph) {
        return new Marks(text, paragraph).scan(paragraph.start());
    }

    private List<Span> scan(int from) {
        List<Span> quotations = new ArrayList<>();
        int at = from;
        while (at < end) {
            int width = opener(at);
            if (width == 0) {
                at++;
                continue;
            }
            int start = at + width;
            OptionalInt closer = closer(at, start);
            int stop = closer.orElse(end);
            if (closer.isPresent() || runsOn(at, start)) {
                trimmed(start, stop).ifPresent(quotations::add);
                at = closer.isPresent() ? stop + closerWidth(stop) : end;
            } else {
                at = start;
            }
        }
        return quotations;
    }

    /** Length of the opening mark at the offset; 0 when there is none. */
    private int opener(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '“', '„', '‟', '«' -> 1;
            case '"' -> mayOpen(at, 1) ? 1 : 0;
            case '`' -> at + 1 < end && text.charAt(at + 1) == '`' ? 2 : 0;
            case '\'' -> isTwice(at) ? mayOpen(at, 2) ? 2 : 0 : mayOpen(at, 1) && !isElision(at) ? 1 : 0;
            case '‘' -> mayOpen(at, 1) && !isElision(at) ? 1 : 0;
            default -> 0;
        };
    }

    private boolean mayOpen(int at, int width) {
        boolean free = at == 0
                || Character.isWhitespace(text.charAt(at - 1))
                || "([{—–―-/“\"‘'".indexOf(text.charAt(at - 1)) >= 0;
        return free && at + width < end && !Character.isWhitespace(text.charAt(at + width));
    }

    /** ''We go'': two straight single marks for a double one, as news archives print them. */
    private boolean isTwice(int at) {
        return at + 1 < end && text.charAt(at) == '\'' && text.charAt(at + 1) == '\'';
    }

    /** 'tis, 'em, '90s */
    private boolean isElision(int at) {
        int last = at + 1;
        while (last < end && last < at + 8 && Character.isLetterOrDigit(text.charAt(last))) {
            last++;
        }
        String word = text.substring(at + 1, last).toLowerCase(Locale.ROOT);
        return ELISIONS.contains(word) || word.matches("\\d\\ds?");
    }

    private OptionalInt closer(int opener, int from) {
        return switch (text.charAt(opener)) {
            case '“', '‟' -> curly(from);
            case '„' -> find(from, "“”");
            case '«' -> find(from, "»");
            case '`' -> find(from, "''", 2);
            case '"' -> straight(from);
            default -> isTwice(opener) ? find(from, "''", 2) : single(from);
        };
    }

    /**
     * The mark of its own kind, unless a straight one can only close before the next quotation opens: “We go," she said.
     * “We stay,” he said.
     */
    private OptionalInt curly(int from) {
        OptionalInt own = find(from, "”");
        boolean nested = false;
        int other = -1;
        int at = from;
        for (; at < own.orElse(end) && text.charAt(at) != '“'; at++) {
            if (text.charAt(at) == '"' && other < 0) {
                boolean opens = !nested && mayOpen(at, 1);
                other = !opens && !nested && isBehindStop(at) ? at : other;
                nested = opens;
            }
        }
        boolean opensAgain = at < end && text.charAt(at) == '“';
        return other >= 0 && (own.isEmpty() || opensAgain) ? OptionalInt.of(other) : own;
    }

    private boolean isBehindStop(int at) {
        return STOPS.indexOf(text.charAt(at - 1)) >= 0;
    }

    /** The next straight mark, unless a curly one closes before it that no other has opened. */
    private OptionalInt straight(int from) {
        OptionalInt any = find(from, "\"”");
        boolean curly = any.isPresent() && text.charAt(any.getAsInt()) == '”';
        int opened = curly ? text.indexOf('“', from, any.getAsInt()) : -1;
        return opened < 0 ? any : find(from, "\"");
    }

    private OptionalInt find(int from, String any) {
        for (int at = from; at < end && !exhausted.contains(any); at++) {
            if (any.indexOf(text.charAt(at)) >= 0) {
                return OptionalInt.of(at);
            }
        }
        exhausted.add(any);
        return OptionalInt.empty();
    }

    private OptionalInt find(int from, String mark, int width) {
        int at = exhausted.contains(mark) ? -1 : text.indexOf(mark, from);
        if (at >= 0 && at + width <= end) {
            return OptionalInt.of(at);
        }
        exhausted.add(mark);
        return OptionalInt.empty();
    }

    private int closerWidth(int at) {
        return isTwice(at) ? 2 : 1;
    }

    /**
     * The single mark that closes: one that stands behind a stop or before one, or behind a letter other than s; behind
     * s it may be the possessive of a plural, and closes only when no better mark follows.
     */
    private OptionalInt single(int from) {
        int possessive = -1;
        for (int at = from; at < Math.min(end, from + LONGEST_SINGLE); at++) {
            if (!mayClose(at, from)) {
                continue;
            }
            boolean stop = AFTER_CLOSER.indexOf(text.charAt(at - 1)) >= 0
                    || at + 1 == end
                    || AFTER_CLOSER.indexOf(text.charAt(at + 1)) >= 0;
            if (stop || Character.toLowerCase(text.charAt(at - 1)) != 's') {
                return OptionalInt.of(at);
            }
            possessive = possessive < 0 ? at : possessive;
        }
        return possessive < 0 ? OptionalInt.empty() : OptionalInt.of(possessive);
    }

    private boolean mayClose(int at, int from) {
        char c = text.charAt(at);
        return (c == '’' || c == '\'')
                && at > from
                && !Character.isWhitespace(text.charAt(at - 1))
                && (at + 1 == end || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** An opening double mark without a closer counts when what follows begins like a sentence. */
    private boolean runsOn(int opener, int start) {
        boolean isDouble = text.charAt(opener) != '‘' && (text.charAt(opener) != '\'' || isTwice(opener));
        return isDouble
                && OPENS_CLAUSE
                        .matcher(text.substring(start, Math.min(end, start + 8)))
                        .matches();
    }

    private Optional<Span> trimmed(int start, int stop) {
        int first = start;
        int last = stop;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return first < last ? Optional.of(new Span(first, last)) : Optional.empty();
    }
}
