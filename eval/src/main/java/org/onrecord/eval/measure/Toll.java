package org.onrecord.eval.measure;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quantity;
import org.onrecord.eval.Comparison.Difference;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Gold;

/**
 * How many the reported incident killed and injured, one number each. An extraction of all figures is read for it so: of
 * the figures that are not historical, superseded, over a period, denied, or a part of another, the greatest. Where there
 * is none the answer is 0.
 */
final class Toll {
    private static final Set<Scope> OTHER = EnumSet.of(Scope.HISTORICAL, Scope.SUPERSEDED, Scope.PERIOD, Scope.SUBSET);
    private static final List<String> WORDS = List.of(
            "no",
            "one|a|an",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve");

    private Toll() {}

    static void score(Gold gold, Document found, Result.Sheet sheet) {
        for (CasualtyFigure right : gold.document().all(Kind.CASUALTY)) {
            long number = right.quantity().min().orElse(0);
            Optional<CasualtyFigure> answer = found.all(Kind.CASUALTY).stream()
                    .filter(figure -> figure.outcome() == right.outcome())
                    .filter(figure -> !OTHER.contains(figure.scope()) && figure.modality() != Modality.DENIED)
                    .filter(figure -> !(figure.quantity() instanceof Quantity.Vague))
                    .max(Comparator.comparingLong(Toll::count));
            long ours = answer.map(Toll::count).orElse(0L);
            String outcome = right.outcome().name().toLowerCase(Locale.ROOT);
            Score score = ours == number ? Score.HIT : Score.MISS;
            sheet.count(Metric.accuracy(outcome), score);
            String where = number == 0
                    ? "none"
                    : stands(number, found.text()) ? "number in the text" : "number not in the text";
            sheet.count(Metric.accuracy(outcome + ", " + where), score);
            if (number > 1) {
                sheet.count(Metric.accuracy(outcome + ", several, " + where), score);
            }
            Item key = new Item(List.of(), outcome + " " + number);
            sheet.compare(
                    outcome + ", " + where,
                    Optional.of(key),
                    Optional.of(answer.map(figure ->
                                    new Item(List.of(new Part("figure", figure.mentions())), outcome + " " + ours))
                            .orElse(new Item(List.of(), outcome + " 0"))),
                    ours == number
                            ? List.of()
                            : List.of(new Difference(outcome, String.valueOf(number), String.valueOf(ours))));
        }
    }

    /** The number said: of "as many as four" the four. */
    private static long count(CasualtyFigure figure) {
        return figure.quantity().min().orElse(figure.quantity().max().orElse(0));
    }

    private static boolean stands(long number, String text) {
        String word = number < WORDS.size() ? "|" + WORDS.get((int) number) : "";
        return Pattern.compile("\\b(?:" + number + word + ")\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
