package org.onrecord.entity;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/**
 * What the text says a named person is, where it says so beside the name: before it ("coalition spokesman Col. Thomas
 * Veale"), in apposition on either side ("Amnesty's adviser, Donatella Rovera"; "Mira Okafor, the head of the union"),
 * or by a copula ("Okafor is the mayor of Tarn").
 */
final class Roles {
    private final SourceNouns nouns;
    private final Titles titles;

    Roles(SourceNouns nouns, Titles titles) {
        this.nouns = nouns;
        this.titles = titles;
    }

    /** The description that goes with a name, if any. */
    Optional<Description> of(Parse sentence, Span name) {
        OptionalInt head = sentence.head(name);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        int person = head.getAsInt();
        return before(sentence, name, person)
                .or(() -> apposition(sentence, person))
                .or(() -> copula(sentence, person));
    }

    /** The noun that describes a name in apposition, on either side of it. */
    OptionalInt appositive(Parse sentence, int person) {
        for (int child : sentence.children(person, "appos")) {
            if (nouns.isRole(sentence.token(child))) {
                return OptionalInt.of(child);
            }
        }
        OptionalInt governor = sentence.governor(person);
        return governor.isPresent()
                        && sentence.hasRelation(person, "appos")
                        && nouns.isRole(sentence.token(governor.getAsInt()))
                ? governor
                : OptionalInt.empty();
    }

    private Optional<Description> before(Parse sentence, Span name, int person) {
        List<Integer> modifiers = sentence.children(person, "compound", "amod").stream()
                .filter(word -> sentence.token(word).span().end() <= name.start())
                .toList();
        OptionalInt role = modifiers.stream()
                .mapToInt(Integer::intValue)
                .filter(word -> nouns.isRole(sentence.token(word)))
                .max();
        if (role.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ofTheRole = Stream.concat(
                        modifiers.stream(), sentence.children(role.getAsInt(), "amod", "compound").stream())
                .filter(word -> word < role.getAsInt())
                .toList();
        return Optional.of(Description.of(sentence, role.getAsInt(), ofTheRole, nouns));
    }

    private Optional<Description> apposition(Parse sentence, int person) {
        OptionalInt noun = appositive(sentence, person);
        return noun.isPresent() ? Optional.of(Description.of(sentence, noun.getAsInt(), nouns)) : Optional.empty();
    }

    private Optional<Description> copula(Parse sentence, int person) {
        OptionalInt noun = sentence.governor(person);
        boolean is = noun.isPresent()
                && sentence.hasRelation(person, "nsubj")
                && sentence.child(noun.getAsInt(), "cop").isPresent()
                && nouns.isRole(sentence.token(noun.getAsInt()));
        return is ? Optional.of(Description.of(sentence, noun.getAsInt(), nouns)) : Optional.empty();
    }

    /** A rank or form of address right before the name, for want of anything better. */
    Optional<String> title(Parse sentence, Span name) {
        BitSet words = sentence.within(name);
        int first = words.nextSetBit(0);
        return first > 0 && titles.contains(sentence.token(first - 1).form())
                ? Optional.of(sentence.token(first - 1).form())
                : Optional.empty();
    }
}
