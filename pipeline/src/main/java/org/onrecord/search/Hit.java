package org.onrecord.search;

import java.time.Instant;
import java.util.Comparator;
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
 * @param site its name, else the host of its address
 * @param language of the article; one that is not {@code en} was not read for findings
 * @param cluster of the near-copies to which the article belongs
 * @param fetched when the article was on the web as it is kept; empty for files and where nobody knows
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
        Optional<String> site,
        Optional<String> published,
        String language,
        String cluster,
        String origin,
        Optional<Instant> fetched,
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

    /** By day of publication; what has none comes last. */
    static final Comparator<Hit> EARLIEST_FIRST =
            Comparator.comparing((Hit hit) -> hit.published().orElse("\uffff")).thenComparing(Hit::origin);

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

    /** Whether the article is in the language that is read for findings. */
    public boolean isEnglish() {
        return language.equals("en");
    }

    /** Who printed it; where that is not known, from where it was read. */
    public String publisher() {
        return site.orElse(origin);
    }

    /** The words found. */
    public String text() {
        return found.of(context);
    }
}
