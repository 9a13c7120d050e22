package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.document.Attribution;
import org.onrecord.document.Extent;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;

/** The words of one paragraph: which belong to a quotation, and what kind of content that makes. */
record Wording(String text, Span paragraph) {
    /** A clause that adds no more letters than "that" to its quotation adds nothing. */
    static final int MARKER_LETTERS = 4;

    /** A paragraph that is a quotation but for this many letters continues the speech before it. */
    private static final int OWN_LETTERS = 12;

    private static final int HEADING_WORDS = 8;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}");

    long letters(Span part) {
        return part.of(text).chars().filter(Character::isLetter).count();
    }

    long letters(Extent extent) {
        return extent.spans().stream().mapToLong(this::letters).sum();
    }

    /** The letters of an extent that stand in one of the quotations. */
    long quoted(Extent extent, List<Quote> quotes) {
        return extent.spans().stream()
                .flatMap(part -> quotes.stream()
                        .map(Quote::span)
                        .filter(part::overlaps)
                        .map(quote ->
                                new Span(Math.max(part.start(), quote.start()), Math.min(part.end(), quote.end()))))
                .mapToLong(this::letters)
                .sum();
    }

    Attribution.Kind kind(Extent content, List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return Attribution.Kind.INDIRECT;
        }
        long quoted = quotes.stream().mapToLong(quote -> letters(quote.span())).sum();
        return letters(content) - quoted > MARKER_LETTERS ? Attribution.Kind.MIXED : Attribution.Kind.DIRECT;
    }

    /** Whether the paragraph is nothing but these quotations, so that somebody goes on speaking. */
    boolean isQuotation(List<Quote> quotes) {
        long quoted = quotes.stream().mapToLong(quote -> letters(quote.span())).sum();
        return letters(paragraph) - quoted <= OWN_LETTERS && !isHeading();
    }

    /** ‘Coal Is Not the Villain’: a few words, the long ones in capitals, are a heading between paragraphs. */
    private boolean isHeading() {
        List<String> words = LONG_WORD
                .matcher(paragraph.of(text))
                .results()
                .map(MatchResult::group)
                .toList();
        return words.size() <= HEADING_WORDS
                && words.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)))
                && words.size() > 1;
    }

    /** A stretch with the quotation marks that stand right around it; one that belongs to a longer quotation stays outside. */
    Span withMarks(Span words) {
        int start = words.start();
        int end = words.end();
        while (start > paragraph.start() && isMark(text.charAt(start - 1))) {
            start--;
        }
        boolean stopped = end + 1 < paragraph.end() && ",.!?;…".indexOf(text.charAt(end)) >= 0;
        if (stopped && isMark(text.charAt(end + 1))) {
            end++; // “We waited,” he said: the comma stands inside the marks
        }
        while (end < paragraph.end() && isMark(text.charAt(end))) {
            end++;
        }
        boolean oneSided = (start < words.start()) != (end > words.end());
        return oneSided && words.of(text).chars().noneMatch(c -> isMark((char) c)) ? words : new Span(start, end);
    }

    /** "VARGA: I moved one rest.": with the stop behind it, as whole sentences are. */
    Span withStop(Span words) {
        int end = words.end();
        while (end < paragraph.end() && ".!?…—".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return new Span(words.start(), end);
    }

    /** Ada Brenn (D-Md.): with the bracket that closes what stands open in the words. */
    Span withBracket(Span words) {
        String inside = words.of(text);
        boolean open = inside.lastIndexOf('(') > inside.lastIndexOf(')');
        int end = words.end();
        while (end < paragraph.end() && text.charAt(end) == '.') {
            end++;
        }
        return open && end < paragraph.end() && text.charAt(end) == ')' ? new Span(words.start(), end + 1) : words;
    }

    static boolean isMark(char c) {
        return "\"“”„‟‘’‚‹›«»'`".indexOf(c) >= 0;
    }

    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span next : spans.stream().sorted().toList()) {
            if (!merged.isEmpty() && next.start() <= merged.getLast().end()) {
                merged.set(merged.size() - 1, Span.covering(merged.getLast(), next));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
