package org.onrecord.entity;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/**
 * What a noun phrase says somebody is: "Amnesty's senior crisis response adviser" is the role "senior crisis response
 * adviser" with the affiliation "Amnesty".
 *
 * @param affiliation the words that name whom they speak for
 */
record Description(String role, Optional<Span> affiliation) {
    private static final List<String> LINKS = List.of("of", "for", "at", "from", "with");

    /** Reads the phrase around a role noun. */
    static Description of(Parse sentence, int noun, SourceNouns nouns) {
        List<Integer> modifiers = sentence.children(noun, "amod", "compound").stream()
                .filter(child -> child < noun)
                .toList();
        return of(sentence, noun, modifiers, nouns);
    }

    /** Reads a role noun with the modifiers that stand before it, wherever the parser attached them. */
    static Description of(Parse sentence, int noun, List<Integer> modifiers, SourceNouns nouns) {
        BitSet words = new BitSet();
        BitSet owner = new BitSet();
        for (int word : modifiers) {
            (owns(sentence, word, noun, nouns) ? owner : words).or(sentence.subtree(word));
        }
        words.set(noun);
        words.andNot(owner);
        words.stream().filter(word -> sentence.token(word).tag().equals("DT")).forEach(words::clear);
        owner.stream().filter(word -> sentence.token(word).tag().equals("DT")).forEach(owner::clear);
        return new Description(
                text(sentence, words),
                owner.isEmpty() ? affiliation(sentence, noun) : Optional.of(sentence.span(owner)));
    }

    /** "coalition spokesman", "Port Authority spokeswoman"; but "Prime Minister", "Interior Minister". */
    private static boolean owns(Parse sentence, int modifier, int noun, SourceNouns nouns) {
        boolean nameBeforeNoun = sentence.token(modifier).isName()
                && !sentence.token(modifier).form().contains("-")
                && !sentence.token(noun).isName()
                && sentence.hasRelation(modifier, "compound");
        boolean body = nouns.type(sentence.token(modifier))
                .filter(type -> type == EntityType.ORGANIZATION || type == EntityType.GROUP)
                .isPresent();
        return nameBeforeNoun || body;
    }

    static String text(Parse sentence, BitSet words) {
        return words.stream().mapToObj(word -> sentence.token(word).form()).collect(Collectors.joining(" "));
    }

    private static Optional<Span> affiliation(Parse sentence, int noun) {
        OptionalInt possessor = sentence.child(noun, "nmod:poss");
        if (possessor.isPresent()) {
            return Optional.of(possessor.getAsInt())
                    .filter(word -> !sentence.token(word).tag().equals("PRP$") || isOfABody(sentence, word))
                    .map(word -> sentence.span(sentence.phrase(word, "det", "case")));
        }
        List<Integer> bodies = sentence.children(noun, "nmod").stream()
                .filter(child ->
                        linked(sentence, child) && sentence.token(child).isNoun())
                .toList();
        return bodies.stream()
                .filter(child -> sentence.token(child).isName())
                .findFirst()
                .or(() -> bodies.stream().findFirst())
                .map(child -> body(sentence, child));
    }

    /** "its spokesman" */
    private static boolean isOfABody(Parse sentence, int word) {
        return sentence.token(word).form().equalsIgnoreCase("its");
    }

    /** The words of whatever somebody belongs to, without what is only added about it. */
    static Span body(Parse sentence, int head) {
        return sentence.span(sentence.phrase(head, "det", "case", "acl", "acl:relcl", "appos", "punct"));
    }

    private static boolean linked(Parse sentence, int child) {
        return sentence.children(child, "case").stream()
                .anyMatch(word -> LINKS.contains(sentence.token(word).lemma()));
    }
}
