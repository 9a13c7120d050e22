package org.onrecord.casualty;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/** Who is counted, in the words of the text. */
final class Victims {
    private final Parse sentence;
    private final String text;
    private final Harm harm;
    private final Counting counting;
    private final Clause clause;

    Victims(Parse sentence, String text, Harm harm) {
        this.sentence = sentence;
        this.text = text;
        this.harm = harm;
        this.counting = new Counting(sentence, harm);
        this.clause = new Clause(sentence, text);
    }

    /**
     * The words for those counted.
     *
     * @param head of the number
     * @param before figures of the sentence so far, whose victims "another" shares
     */
    Optional<String> of(NumberPhrase number, int head, List<CasualtyFigure> before) {
        int noun = head == number.number() ? counting.counted(head) : head;
        boolean oneMore = Numbers.isOneMore(number, sentence)
                || (noun == number.number()
                        && sentence.token(number.first()).form().equalsIgnoreCase("another"));
        if (oneMore && noun == number.number() && !before.isEmpty()) {
            Optional<String> who = before.getLast().victims();
            boolean one = number.quantity().equals(new Quantity.Exactly(1));
            return one ? who.map(words -> words.replaceFirst("(?<=[^s]{2})s$", "")) : who;
        }
        if (harm.counted(sentence.token(noun)).isPresent() && !harm.isPerson(sentence.token(noun))) {
            return among(noun);
        }
        if (number.article() && noun == number.last() && harm.isPerson(sentence.token(noun))) {
            return Optional.of(sentence.token(noun).form());
        }
        if (noun == number.number()
                && sentence.token(noun).lemma().matches("couple|twin|twins|triplet|triplets|pair|trio")) {
            return Optional.of(sentence.token(noun).form());
        }
        if (noun == number.number()
                || counting.standsForPeople(sentence.token(noun))
                || harm.state(sentence.token(noun)).isPresent()) {
            return base(number);
        }
        if (sentence.token(noun).lemma().matches("report|sign|word|evidence|indication|claim")) {
            return Optional.empty(); // "no reports of deaths"
        }
        if (noun < number.first()) {
            return Optional.of(sentence.span(noun, number.last()).of(text));
        }
        int first = Math.max(
                number.last() + 1,
                sentence.phrase(noun, "acl", "acl:relcl", "punct", "appos", "conj", "cc", "nmod", "dep")
                        .nextSetBit(0));
        while (first < noun && sentence.token(first).tag().matches("IN|DT|CD|CC|``|''|PRP\\$?")) {
            first++;
        }
        boolean clause = sentence.tokens().subList(Math.min(first, noun), noun).stream()
                .anyMatch(token -> harm.done(token).isPresent()
                        || !(token.isWord() || token.form().matches("[“”\"‘’']")));
        return first <= noun && !clause
                ? Optional.of(sentence.span(first, noun).of(text).replaceAll("\\s+", " "))
                        .map(words -> words.replaceFirst(
                                "^(?i)(?:more|others?|additional|further|new) (?=\\S)(?!.*['’])", ""))
                : Optional.empty();
    }

    /** "Nine of the 14 hostages", "eleven, all of them fighters": of whom they are some, or who they all are. */
    private Optional<String> base(NumberPhrase number) {
        int all = number.last() + 2;
        boolean each = all + 2 < sentence.size()
                && sentence.token(all - 1).form().equals(",")
                && sentence.token(all).form().equals("all")
                && sentence.token(all + 1).form().equals("of")
                && sentence.token(all + 2).form().matches("them|whom");
        if (each && all + 3 < sentence.size() && harm.isPerson(sentence.token(all + 3))) {
            return Optional.of(sentence.token(all + 3).form());
        }
        int at = number.last() + 2;
        if (Wholes.trail(sentence, number).matches("^of (?:them|whom) .*") && at + 1 < sentence.size()) {
            int noun = at + 1;
            while (noun + 1 < sentence.size() && sentence.token(noun).lemma().matches("be|an?")) {
                noun++;
            }
            Token part = sentence.token(noun);
            return harm.isPerson(part) ? Optional.of(part.form()) : Optional.empty();
        }
        Optional<String> beside = fronted(number.number()).or(() -> apposed(number.number()));
        if (beside.isPresent()) {
            return beside;
        }
        boolean of = at < sentence.size()
                && sentence.token(number.last() + 1).form().equals("of")
                && sentence.token(at).tag().matches("DT|PRP\\$|CD");
        while (of && at < sentence.size() && sentence.token(at).tag().matches("DT|PRP\\$|CD|JJ")) {
            at++;
        }
        return of && at < sentence.size() && harm.isPerson(sentence.token(at))
                ? Optional.of(sentence.token(at).form())
                : Optional.empty();
    }

    /** "losses among medics", "civilian deaths": whom a noun of harm is said of. */
    Optional<String> among(int noun) {
        return Stream.concat(
                        sentence.children(noun, "amod", "compound").stream(),
                        sentence.children(noun, "nmod").stream().filter(word -> clause.isUnder(word, "among|of")))
                .filter(word -> harm.isPerson(sentence.token(word)))
                .findFirst()
                .map(word -> sentence.token(word).form());
    }

    /** "wounded about 25, civilians" */
    private Optional<String> apposed(int number) {
        return sentence.children(number, "appos").stream()
                .filter(word -> sentence.token(word).tag().equals("NNS") && harm.isPerson(sentence.token(word)))
                .filter(word -> !sentence.token(word - 1).lemma().matches("mostly|mainly|largely|many|some"))
                .findFirst()
                .map(word -> sentence.token(word).form());
    }

    /** "Of the Lund crew four died" */
    private Optional<String> fronted(int number) {
        return sentence.governor(number).stream()
                .boxed()
                .flatMap(verb -> sentence.children(verb, "obl").stream())
                .filter(word -> word < number && harm.isPerson(sentence.token(word)) && clause.isUnder(word, "(?i)of"))
                .findFirst()
                .map(word -> Clause.bare(clause.narrow(word)));
    }
}
