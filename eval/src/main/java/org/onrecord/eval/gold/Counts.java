package org.onrecord.eval.gold;

import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Extent;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;

/** Figures of keys that give numbers for an article and not the place in its text: their span is the whole text. */
final class Counts {
    private Counts() {}

    static CasualtyFigure of(String id, Article article, CasualtyFigure.Outcome outcome, Quantity quantity) {
        return new CasualtyFigure(
                id,
                Extent.of(new Span(0, article.text().length())),
                outcome,
                quantity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Voice.Publisher(),
                CasualtyFigure.Modality.ASSERTED,
                CasualtyFigure.Scope.CURRENT,
                Optional.empty(),
                false,
                new Basis.Human("key"));
    }
}
