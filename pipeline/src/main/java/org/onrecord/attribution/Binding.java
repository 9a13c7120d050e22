package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;

/**
 * Binds the quotations of one paragraph to its frames: to the frame they stand beside or inside; failing that to the
 * frame of the quotation before or after them in the paragraph; failing that to the sentence that leads up to them.
 */
final class Binding {
    private static final double INSIDE = 8;
    private static final double AFTER_QUOTATION = 10;
    private static final double INTRODUCES = 9;
    private static final double SAME_SENTENCE = 6;
    private static final double LEAST = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?][”\"’'»)]*\\s+\\p{Lu}");
    private static final Pattern OPENS = Pattern.compile("[,:–—―-]\\s*[“\"‘'«„`]*$");

    private final String text;
    private final List<Frame> frames;
    private final List<Quote> quotes;
    private final Map<Quote, Frame> bound = new HashMap<>();

    /**
     * Binds.
     *
     * @param frames of the paragraph, in text order
     * @param quotes the quotations of the paragraph that are speech, in text order
     */
    Binding(String text, List<Frame> frames, List<Quote> quotes) {
        this.text = text;
        this.frames = frames;
        this.quotes = quotes;
        quotes.forEach(quote -> beside(quote).ifPresent(frame -> bound.put(quote, frame)));
        for (int i = 1; i < quotes.size(); i++) {
            inherit(quotes.get(i), quotes.get(i - 1));
        }
        for (int i = quotes.size() - 2; i >= 0; i--) {
            inherit(quotes.get(i), quotes.get(i + 1));
        }
        quotes.forEach(quote -> leadingUp(quote).ifPresent(frame -> bound.putIfAbsent(quote, frame)));
    }

    Optional<Frame> frame(Quote quote) {
        return Optional.ofNullable(bound.get(quote));
    }

    List<Quote> of(Frame frame) {
        return quotes.stream()
                .filter(quote -> frame(quote).filter(frame::equals).isPresent())
                .toList();
    }

    List<Quote> unbound() {
        return quotes.stream().filter(quote -> !bound.containsKey(quote)).toList();
    }

    private void inherit(Quote quote, Quote neighbour) {
        if (!bound.containsKey(quote) && bound.containsKey(neighbour) && quote.kind() == Quote.Kind.DIRECT) {
            bound.put(quote, bound.get(neighbour));
        }
    }

    private Optional<Frame> beside(Quote quote) {
        Frame best = null;
        double highest = LEAST;
        for (Frame frame : frames) {
            double score = score(frame, quote.span());
            if (score > highest) {
                highest = score;
                best = frame;
            }
        }
        return Optional.ofNullable(best);
    }

    private double score(Frame frame, Span quote) {
        Span hull = frame.hull();
        if (hull.overlaps(quote)) {
            return 0;
        }
        double inside =
                frame.content().filter(content -> content.overlaps(quote)).isPresent() ? INSIDE : 0;
        boolean before = hull.end() <= quote.start();
        String gap = before ? text.substring(hull.end(), quote.start()) : text.substring(quote.end(), hull.start());
        boolean apart = SENTENCE_END.matcher(gap).find() || (!before && endsItsSentence(quote, hull));
        if (apart || crossesAnother(frame, quote)) {
            return inside;
        }
        long words = WORD.matcher(gap).results().count();
        if (!before) {
            return Math.max(inside, AFTER_QUOTATION - 2.0 * words);
        }
        return OPENS.matcher(gap).find()
                ? Math.max(inside, INTRODUCES - 0.2 * words)
                : Math.max(inside, sameSentence(frame, quote) ? SAME_SENTENCE - 0.4 * words : 0);
    }

    /** “… offensive.” It said: a full stop inside the marks and a capital behind them begin a new sentence. */
    private boolean endsItsSentence(Span quote, Span hull) {
        return text.charAt(quote.end() - 1) == '.' && Character.isUpperCase(text.charAt(hull.start()));
    }

    private static boolean sameSentence(Frame frame, Span quote) {
        return frame.sentence().sentence().span().contains(quote.start());
    }

    /** Whether another frame stands between the frame and the quotation. */
    private boolean crossesAnother(Frame frame, Span quote) {
        Span hull = frame.hull();
        return frames.stream()
                .filter(other -> !other.equals(frame))
                .map(Frame::cue)
                .anyMatch(cue -> hull.end() <= quote.start()
                        ? hull.end() <= cue.start() && cue.end() <= quote.start()
                        : quote.end() <= cue.start() && cue.end() <= hull.start());
    }

    /** "Veale said the coalition would help. “We are open,” …": the last frame before the quotation. */
    private Optional<Frame> leadingUp(Quote quote) {
        if (quote.kind() != Quote.Kind.DIRECT) {
            return Optional.empty();
        }
        List<Frame> before = new ArrayList<>(frames);
        before.removeIf(frame ->
                frame.cue().end() > quote.span().start() || frame.source().isEmpty());
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    }
}
