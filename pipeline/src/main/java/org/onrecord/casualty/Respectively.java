package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;

/** "Bombings in Aro and Bel killed 12 and nine people respectively": the first count belongs to the first place. */
final class Respectively {
    private final Parse sentence;
    private final String text;

    Respectively(Parse sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    /** The figures of a sentence, each run of one outcome given the places of the sentence in their order. */
    List<CasualtyFigure> placed(List<CasualtyFigure> figures, List<Mention> mentions) {
        boolean said = sentence.tokens().stream().anyMatch(token -> token.form().equalsIgnoreCase("respectively"));
        if (!said) {
            return figures;
        }
        List<String> places = places(mentions);
        List<CasualtyFigure> placed = new ArrayList<>();
        for (int from = 0, to; from < figures.size(); from = to) {
            to = from + 1;
            while (to < figures.size()
                    && figures.get(to).outcome() == figures.get(from).outcome()) {
                to++;
            }
            boolean matched = to - from == places.size();
            for (int i = from; i < to; i++) {
                CasualtyFigure figure = figures.get(i);
                placed.add(
                        matched
                                ? figure.withCircumstances(
                                        figure.cause(), Optional.of(places.get(i - from)), figure.time())
                                : figure);
            }
        }
        return placed;
    }

    /** Places and other names that are nobody’s, joined by "and". */
    private List<String> places(List<Mention> mentions) {
        List<Mention> named = mentions.stream()
                .filter(mention -> mention.type() != EntityType.PERSON
                        || mention.span().of(text).indexOf(' ') < 0)
                .toList();
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            boolean listed = (i > 0 && isJoint(named.get(i - 1), named.get(i)))
                    || (i + 1 < named.size() && isJoint(named.get(i), named.get(i + 1)));
            if (listed) {
                joined.add(named.get(i).span().of(text));
            }
        }
        return joined;
    }

    private boolean isJoint(Mention one, Mention next) {
        String between = text.substring(
                Math.min(one.span().end(), next.span().start()), next.span().start());
        return between.matches("\\s*(?:,|and|, and)\\s+(?:in )?");
    }
}
