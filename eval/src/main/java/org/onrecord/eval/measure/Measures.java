package org.onrecord.eval.measure;

import java.util.Set;
import org.onrecord.document.Document;
import org.onrecord.eval.Result;
import org.onrecord.eval.gold.Aspect;
import org.onrecord.eval.gold.Gold;

/** All that can be measured on an article whose gold has the given aspects. */
public final class Measures {
    private Measures() {}

    public static Result of(Gold gold, Document found, Set<Aspect> aspects) {
        Result.Sheet sheet = new Result.Sheet();
        if (aspects.contains(Aspect.QUOTES)) {
            Quotes.score(gold, found, sheet);
        }
        if (aspects.contains(Aspect.ATTRIBUTIONS)) {
            Document whole = aspects.contains(Aspect.WHOLE_QUOTATIONS) ? Continued.joined(found) : found;
            Spans.score(gold, whole, sheet);
            Attributions.score(gold, whole, aspects, sheet);
        }
        if (aspects.contains(Aspect.FIGURES)) {
            Figures.score(gold, found, aspects, sheet);
        }
        if (aspects.contains(Aspect.COUNTS)) {
            Counts.score(gold, found, sheet);
        }
        if (aspects.contains(Aspect.TOLL)) {
            Toll.score(gold, found, sheet);
        }
        if (aspects.contains(Aspect.ZONES)) {
            Zones.score(gold, found, sheet);
        }
        return sheet.result(gold.id(), gold.section(), found.text());
    }
}
