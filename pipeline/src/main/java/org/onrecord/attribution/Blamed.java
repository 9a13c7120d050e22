package org.onrecord.attribution;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.pipeline.Lexicon;

/**
 * "The driver was accused by the mayor of lying": whoever is accused says nothing. The source is whom "by" names, or
 * nobody.
 */
final class Blamed {
    private static final Lexicon VERBS = Lexicon.load("claim/blaming.txt");
    private static final String[] LOOSE = {"acl:relcl", "acl", "appos", "parataxis", "dep", "punct", "case"};

    private final Passage passage;

    Blamed(Passage passage) {
        this.passage = passage;
    }

    /**
     * Source and content as they are then.
     *
     * @param source the one given, whom "by" names, or nobody
     * @param content with what somebody is blamed for, where the tagger took that for part of the source
     */
    record Corrected(Optional<Span> source, Extent content) {}

    Corrected correct(Optional<Span> source, Span cue, Extent content) {
        return source.flatMap(given -> corrected(given, cue, content)).orElseGet(() -> new Corrected(source, content));
    }

    private Optional<Corrected> corrected(Span source, Span cue, Extent content) {
        Optional<Passage.Head> head = passage.headed(source);
        return passage.headed(cue)
                .filter(Blamed::isPassive)
                .filter(verb -> head.isPresent() && (isSubject(head.get(), verb) || isAgent(head.get(), verb)))
                .map(verb -> agent(verb)
                        .map(agent -> by(verb.sentence(), agent, content))
                        .orElseGet(() -> new Corrected(Optional.empty(), content)));
    }

    private static boolean isSubject(Passage.Head head, Passage.Head verb) {
        return verb.sentence() == head.sentence()
                && verb.sentence().children(verb.word(), "nsubj:pass").contains(head.word());
    }

    private static boolean isAgent(Passage.Head head, Passage.Head verb) {
        return verb.sentence() == head.sentence()
                && agent(verb).filter(agent -> agent == head.word()).isPresent();
    }

    private static boolean isPassive(Passage.Head verb) {
        Parse sentence = verb.sentence();
        return VERBS.contains(sentence.token(verb.word()).lemma())
                && sentence.token(verb.word()).tag().equals("VBN")
                && sentence.child(verb.word(), "obj", "xcomp").isEmpty();
    }

    private static Optional<Integer> agent(Passage.Head verb) {
        Parse sentence = verb.sentence();
        return sentence.children(verb.word(), "obl").stream()
                .filter(word -> sentence.token(word).isNoun())
                .filter(word -> sentence.children(word, "case").stream()
                        .anyMatch(mark -> sentence.token(mark).lemma().equals("by")))
                .findFirst();
    }

    private static Corrected by(Parse sentence, int agent, Extent content) {
        BitSet source = sentence.phrase(agent, LOOSE);
        BitSet deed = new BitSet();
        sentence.children(agent, "nmod", "acl").stream()
                .filter(child -> child > agent && sentence.token(child).tag().equals("VBG"))
                .forEach(child -> deed.or(sentence.subtree(child)));
        source.andNot(deed);
        Span by = sentence.span(source);
        if (content.overlaps(by)) {
            return new Corrected(Optional.empty(), content);
        }
        if (deed.isEmpty() || content.overlaps(sentence.span(deed))) {
            return new Corrected(Optional.of(by), content);
        }
        return new Corrected(
                Optional.of(by),
                new Extent(Stream.concat(content.spans().stream(), Stream.of(sentence.span(deed)))
                        .sorted(Comparator.comparingInt(Span::start))
                        .toList()));
    }
}
