package org.onrecord.harvest;

import org.onrecord.document.Article;

/** What became of one item of a source. */
public sealed interface Harvested {
    /** Where it came from, as a person would name it: a path, {@code path:line}, or {@code <stdin>}. */
    String origin();

    record Read(String origin, Article article) implements Harvested {}

    /** Not readable as an article; {@code reason} is one clear sentence that says what to do. */
    record Rejected(String origin, String reason) implements Harvested {}
}
