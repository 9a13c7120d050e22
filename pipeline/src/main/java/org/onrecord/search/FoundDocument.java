package org.onrecord.search;

import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Quote;

/**
 * An article in which a query found something.
 *
 * @param found ids of what it found, each with its type before it: {@code figure f1}
 */
public record FoundDocument(Document document, Set<String> found) {
    public FoundDocument {
        found = Set.copyOf(found);
    }

    /** Whether the query found the item itself, or the article as a whole; an attribution by any of its quotes. */
    public boolean isFound(Annotation item) {
        return found.stream().anyMatch(each -> each.startsWith("article "))
                || switch (item) {
                    case Quote quote -> found.contains("quote " + quote.id());
                    case CasualtyFigure figure -> found.contains("figure " + figure.id());
                    case Attribution attribution ->
                        found.contains("claim " + attribution.id())
                                || attribution.quotes().stream().anyMatch(quote -> found.contains("quote " + quote));
                    default -> false;
                };
    }
}
