package org.onrecord.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interview printed as such: paragraphs that begin with the name of who speaks, in capitals, and a colon. */
public final class Transcript {
    /** "WALLACE:", "Q:", "MR. ORR:", with or without a quotation mark before it. */
    private static final Pattern LABEL = Pattern.compile("^[\"“”'‘\\s]*(\\p{Lu}[\\p{Lu}\\p{M}.’' -]{0,40}:)\\s");

    /** So many labelled paragraphs make a transcript of an article; one may be a heading. */
    private static final int LEAST = 3;

    private Transcript() {}

    /** Whether so many of the paragraphs begin with a label that these are the names of who speaks. */
    public static boolean is(String text, List<Span> paragraphs) {
        return paragraphs.stream()
                        .filter(paragraph -> label(text, paragraph).isPresent())
                        .count()
                >= LEAST;
    }

    /** The label that a paragraph begins with, colon included. */
    public static Optional<Span> label(String text, Span paragraph) {
        Matcher matcher = LABEL.matcher(paragraph.of(text));
        return matcher.find()
                ? Optional.of(new Span(paragraph.start() + matcher.start(1), paragraph.start() + matcher.end(1)))
                : Optional.empty();
    }
}
