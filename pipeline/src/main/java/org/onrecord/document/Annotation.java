package org.onrecord.document;

/** Anything found in an article. {@link #id()} is unique within its layer. */
public sealed interface Annotation
        permits Sentence, Token, Dependency, Mention, Entity, Quote, Attribution, CasualtyFigure, Claim {
    String id();

    Extent extent();

    Basis basis();
}
