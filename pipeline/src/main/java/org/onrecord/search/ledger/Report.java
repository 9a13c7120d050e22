package org.onrecord.search.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Span;

/**
 * One figure as one article gives it; its near-copies elsewhere are counted, not repeated.
 *
 * @param sentence where the sentence of the figure stands in the article text
 * @param words that sentence
 * @param setting the place that the article is about, where it names one
 * @param names words of the names and of the title in the article, in small letters: by them two articles on one event
 *     are known
 * @param copies near-copies of the article that have the figure too
 */
public record Report(
        CasualtyFigure figure,
        Printed printed,
        Span sentence,
        String words,
        Optional<String> setting,
        Set<String> names,
        int copies) {
    /**
     * Where it was printed.
     *
     * @param cluster of near-copies to which the article belongs
     * @param publisher the site, else from where it was read
     */
    public record Printed(
            String article,
            String cluster,
            String origin,
            Optional<String> url,
            Optional<String> title,
            String publisher,
            Optional<PublicationTime> time) {
        Optional<LocalDate> day() {
            return time.map(PublicationTime::day);
        }
    }

    /** By publication, what has no time last; then by article and place in it. */
    static final Comparator<Report> EARLIEST_FIRST = Comparator.comparing((Report report) ->
                    report.printed().time().map(PublicationTime::iso).orElse("\uffff"))
            .thenComparing(report -> report.printed().publisher())
            .thenComparing(report -> report.printed().article())
            .thenComparing(report -> report.printed().origin())
            .thenComparing(report -> report.figure().span())
            .thenComparing(report -> report.figure().id());

    public Report {
        names = Set.copyOf(names);
        if (!sentence.contains(figure.span())) {
            throw new IllegalArgumentException(
                    "figure " + figure.id() + " at " + figure.span() + " is not in its sentence " + sentence);
        }
        if (words.length() != sentence.length()) {
            throw new IllegalArgumentException("the sentence " + sentence + " is not: " + words);
        }
    }

    /** The words of the figure. */
    public String text() {
        return words.substring(
                figure.span().start() - sentence.start(), figure.span().end() - sentence.start());
    }

    /** Whether it was printed on a later day, or on the same day at a later time where both are told in one form. */
    boolean isAfter(Report other) {
        Optional<PublicationTime> own = printed.time();
        Optional<PublicationTime> theirs = other.printed.time();
        if (own.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        String one = own.get().iso();
        String two = theirs.get().iso();
        boolean oneForm = one.length() == two.length()
                && zone(one).equals(zone(two)); // else only the days can be compared without guessing
        return oneForm
                ? one.compareTo(two) > 0
                : own.get().day().isAfter(theirs.get().day());
    }

    private static String zone(String iso) {
        return iso.replaceFirst("^.{10}(?:T[\\d:.]*)?", "");
    }

    /** Why it is no total of its event; empty where it is one. */
    public Optional<Aside> aside() {
        return switch (figure.scope()) {
            case HISTORICAL -> Optional.of(Aside.HISTORICAL);
            case SUPERSEDED -> Optional.of(Aside.SUPERSEDED);
            case PERIOD -> Optional.of(Aside.PERIOD);
            case INCREMENT -> Optional.of(Aside.INCREMENT);
            case SUBSET -> Optional.of(Aside.SUBSET);
            case CURRENT, CUMULATIVE -> figure.partOf().isPresent() ? Optional.of(Aside.PART) : Optional.empty();
        };
    }
}
