package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;

/** The figure that a number is a part of: "31 people, including 12 children", "Fourteen of them were civilians". */
final class Wholes {
    private static final Pattern OF_EARLIER =
            Pattern.compile("^of (?:them|the (?:dead|bodies|victims|wounded|injured))\\b");

    private static final Pattern SEVERITY = Pattern.compile(
            "^(?:of (?:them|whom) )?(?:critically|seriously|severely|badly|gravely|slightly|lightly)\\b(?! (?:injured|hurt|wounded|ill|burned|burnt))");

    private static final Pattern FATAL = Pattern.compile(
            "^(?:of (?:them|whom) )?(?:(?:fatally|mortally)\\b(?! \\w+ed)|(?:suffering|with) fatal\\b)");

    private final Parse sentence;
    private final List<CasualtyFigure> earlier;

    /** @param earlier figures of the sentences before */
    Wholes(Parse sentence, List<CasualtyFigure> earlier) {
        this.sentence = sentence;
        this.earlier = earlier;
    }

    /** "One of them said": what they did is no part of what became of them. */
    private boolean saysMore(NumberPhrase number) {
        int verb = number.last() + 3;
        return verb < sentence.size()
                && sentence.token(verb - 1).form().matches("them|whom")
                && sentence.token(verb).isVerb()
                && !sentence.token(verb).lemma().matches("be|have|die|remain");
    }

    /** "Of the dead, 29 drowned": the first words say of whom all numbers of the sentence are. */
    private boolean isOfTheDead(NumberPhrase number) {
        return number.first() > 3
                && sentence.token(0).form().matches("Of|Among")
                && sentence.token(1).form().equals("the")
                && sentence.token(2).form().matches("dead|victims|bodies|killed")
                && sentence.token(3).form().equals(",");
    }

    /** "Fourteen of them were civilians": of those that the article spoke of last. */
    private Optional<CasualtyFigure> lastEarlier(String trail) {
        boolean dead = trail.matches("^of the (?:dead|bodies|victims).*");
        return earlier.reversed().stream()
                .filter(figure -> !dead || figure.outcome() == Outcome.KILLED)
                .findFirst()
                .filter(figure -> figure.quantity().min().orElse(0) > 1);
    }

    /** "Twenty were injured, six critically" */
    boolean isSeverity(NumberPhrase number) {
        return SEVERITY.matcher(trail(sentence, number)).find();
    }

    /** "Four were shot, one of them fatally" */
    boolean isFatal(NumberPhrase number) {
        return FATAL.matcher(trail(sentence, number)).find();
    }

    /** The words right behind a number. */
    static String trail(Parse sentence, NumberPhrase number) {
        int to = Math.min(sentence.size(), number.last() + 4);
        return String.join(
                " ",
                sentence.tokens().subList(number.last() + 1, to).stream()
                        .map(token -> token.form().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /**
     * The figure that a number is a part of.
     *
     * @param figures of the sentence so far
     */
    Optional<CasualtyFigure> of(NumberPhrase number, List<CasualtyFigure> figures) {
        int from = Math.max(0, number.first() - 3);
        String lead = String.join(
                " ",
                sentence.tokens().subList(from, number.first()).stream()
                        .map(token -> token.form().toLowerCase(Locale.ROOT))
                        .toList());
        Optional<CasualtyFigure> among = among(number, figures);
        if (among.isPresent()) {
            return among;
        }
        String trail = trail(sentence, number);
        if (SEVERITY.matcher(trail).find() || FATAL.matcher(trail).find()) {
            return last(figures, Outcome.INJURED);
        }
        if (figures.isEmpty()) {
            boolean opens = number.first() == 0
                    || sentence.token(number.first() - 1).form().matches("(?i)said|that|says")
                    || isOfTheDead(number);
            return opens && !saysMore(number) && (OF_EARLIER.matcher(trail).find() || isOfTheDead(number))
                    ? lastEarlier(isOfTheDead(number) ? "of the dead" : trail)
                    : Optional.empty();
        }
        if (isOfTheDead(number)) {
            return lastEarlier("of the dead");
        }
        boolean part = lead.matches(".*\\b(?:including|among them|among whom|of whom|of them)(?: at least)?$")
                || trail.matches("^of (?:them|whom)\\b.*");
        return part ? Optional.of(figures.getLast()) : Optional.empty();
    }

    /** "arrested 66 protesters and still hold nine" */
    Optional<CasualtyFigure> held(NumberPhrase number, List<CasualtyFigure> figures) {
        boolean hold =
                number.first() > 0 && sentence.token(number.first() - 1).lemma().equals("hold");
        return hold ? last(figures, Outcome.DETAINED) : Optional.empty();
    }

    private static Optional<CasualtyFigure> last(List<CasualtyFigure> figures, Outcome outcome) {
        return figures.reversed().stream()
                .filter(figure -> figure.outcome() == outcome)
                .findFirst();
    }

    /** "Boy, 9, among 4 dead": the figure that begins behind "among". */
    private Optional<CasualtyFigure> among(NumberPhrase number, List<CasualtyFigure> figures) {
        int word = number.last() + 1;
        while (word < sentence.size()
                && sentence.token(word).form().toLowerCase(Locale.ROOT).matches(",|\\d+|is|was|were|are")) {
            word++;
        }
        if (word >= sentence.size() || !sentence.token(word).form().equalsIgnoreCase("among")) {
            return Optional.empty();
        }
        int next = word + 1;
        int start = next < sentence.size() && sentence.token(next).form().equalsIgnoreCase("the") ? next + 1 : next;
        return start < sentence.size()
                ? figures.stream()
                        .filter(figure -> figure.span().start()
                                == sentence.token(start).span().start())
                        .findFirst()
                : Optional.empty();
    }
}
