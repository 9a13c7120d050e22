package org.onrecord.document;

import java.util.List;
import java.util.Optional;

/**
 * Somebody says something: source, cue and content (PolNeAR guidelines), and the speaker that the source resolves to.
 *
 * @param source the words that name the source; absent where the text leaves it out ("it was reported")
 * @param cue the words that signal the attribution; absent in a continued quotation
 * @param content what is attributed, marks included where they open or close it
 * @param speaker absent where resolution abstained
 * @param quotes ids of the quotes that belong to it
 */
public record Attribution(
        String id,
        Kind kind,
        Optional<Span> source,
        Optional<Span> cue,
        Extent content,
        Optional<Speaker> speaker,
        List<String> quotes,
        Basis basis)
        implements Annotation {
    /** Whether the content is all quotation, part quotation, or the writer's words. */
    public enum Kind {
        DIRECT,
        MIXED,
        INDIRECT
    }

    public Attribution {
        quotes = List.copyOf(quotes);
    }

    public Attribution withId(String other) {
        return new Attribution(other, kind, source, cue, content, speaker, quotes, basis);
    }

    /** The content. */
    @Override
    public Extent extent() {
        return content;
    }
}
