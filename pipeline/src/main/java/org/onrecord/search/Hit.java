package org.onrecord.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onrecord.document.Span;

/**
 * One finding that a query found.
 *
 * @param id of the finding within its article
 * @param span where it stands in the article text
 * @param context the words around it, finding included
 * @param found the finding, within the context
 * @param matches the words of the query, within the context
 * @param figure what a figure says; empty for all else
 */
public record Hit(
        Type type,
        String id,
        Optional<Said> said,
        Optional<Figure> figure,
        String article,
        Optional<String> title,
        Optional<String> url,
        Optional<String> published,
        String origin,
        Span span,
        String context,
        Span found,
        List<Span> matches,
        float score) {
    /** What kind of finding it is. */
    public enum Type {
        QUOTE,
        CLAIM,
        FIGURE,
        ARTICLE
    }

    /** Who said it. */
    public record Said(
            String speaker,
            String type,
            Optional<String> role,
            Optional<String> affiliation,
            Optional<String> stance) {}

    /** How many, and according to whom; the publisher's own voice has no source. */
    public record Figure(
            String outcome, OptionalLong min, OptionalLong max, String exactness, Optional<String> source) {}

    public Hit {
        matches = List.copyOf(matches);
    }

    /** The words found. */
    public String text() {
        return found.of(context);
    }
}
