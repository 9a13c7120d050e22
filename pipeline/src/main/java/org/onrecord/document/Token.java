package org.onrecord.document;

/**
 * A word or mark (Penn Treebank tokenisation).
 *
 * @param form the word as it was tagged: re-cased where the text is all capitals, otherwise what stands in the text
 * @param lemma dictionary form, lower case except for names
 * @param tag Penn Treebank part of speech
 */
public record Token(String id, Span span, String form, String lemma, String tag, Basis basis) implements Annotation {
    @Override
    public Extent extent() {
        return Extent.of(span);
    }

    /** Whether it has a letter or digit; otherwise it is a mark. */
    public boolean isWord() {
        return form.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    public boolean isVerb() {
        return tag.startsWith("VB");
    }

    public boolean isNoun() {
        return tag.startsWith("NN");
    }

    public boolean isName() {
        return tag.startsWith("NNP");
    }
}
