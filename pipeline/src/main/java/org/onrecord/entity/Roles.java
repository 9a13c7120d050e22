package org.onrecord.entity;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * What the text says a named person is, where it says so beside the name: before it ("coalition spokesman Col. Thomas
 * Veale"), in apposition on either side ("Amnesty's adviser, Donatella Rovera"; "Mira Okafor, the head of the union"),
 * or by a copula ("Okafor is the mayor of Tarn").
 */
final class Roles {
    /** Forms of address say nothing about what somebody is. */
    private static final Set<String> COURTESY =
            Set.of("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lady", "dr", "brother", "sister", "father");

    private final SourceNouns nouns;
    private final Titles titles;

    Roles(SourceNouns nouns, Titles titles) {
        this.nouns = nouns;
        this.titles = titles;
    }

    /** The descriptions that go with a name, the surest first. */
    List<Description> of(Parse sentence, Span name) {
        OptionalInt head = sentence.head(name);
        if (head.isEmpty()) {
            return List.of();
        }
        int person = head.getAsInt();
        Optional<Description> before = before(sentence, name, person);
        Optional<Description> beside = apposition(sentence, person).filter(unused -> isOfARole(sentence, person));
        // "its spokesman, Major Idris Bello": a rank says less than what stands in apposition.
        boolean rank = before.filter(description -> titles.contains(description.role()))
                .isPresent();
        Stream<Optional<Description>> found = sentence.isParsed()
                ? Stream.of(
                        rank ? beside : before,
                        rank ? before : beside,
                        ahead(sentence, name),
                        apposition(sentence, person),
                        namedAs(sentence, name),
                        copula(sentence, person))
                : Stream.of(behind(sentence, name), namedAs(sentence, name));
        return found.flatMap(Optional::stream).distinct().toList();
    }

    private boolean isOfARole(Parse sentence, int person) {
        return appositive(sentence, person).stream().anyMatch(noun -> nouns.isRole(sentence.token(noun)));
    }

    /** The noun that describes a name in apposition, on either side of it. */
    OptionalInt appositive(Parse sentence, int person) {
        for (int child : sentence.children(person, "appos")) {
            if (describes(sentence, child, person)) {
                return OptionalInt.of(child);
            }
        }
        OptionalInt governor = sentence.governor(person);
        return governor.isPresent()
                        && sentence.hasRelation(person, "appos")
                        && describes(sentence, governor.getAsInt(), person)
                ? governor
                : OptionalInt.empty();
    }

    /** A known role, or any other common noun in the singular: what stands beside a name in this way says what it is. */
    private boolean describes(Parse sentence, int noun, int person) {
        Token word = sentence.token(noun);
        boolean beside = noun < person
                ? person - noun <= 4 && sentence.token(noun + 1).tag().equals(",")
                : noun - person <= 8;
        return (nouns.isRole(word) && !word.tag().endsWith("S"))
                || (beside && word.tag().equals("NN") && word.form().matches("\\p{L}[\\p{L}’'-]+"));
    }

    /** "a councillor, Raj Menon", "her counterpart Pavel Orlo", wherever the parser hung the name. */
    private Optional<Description> ahead(Parse sentence, Span name) {
        int first = sentence.within(name).nextSetBit(0);
        int noun = first > 0 && sentence.token(first - 1).form().equals(",") ? first - 2 : first - 1;
        if (noun < 0
                || !nouns.isRole(sentence.token(noun))
                || sentence.token(noun).tag().endsWith("S")) {
            return Optional.empty();
        }
        int from = noun;
        while (from > 0 && sentence.token(from - 1).tag().matches("JJ|NN")) {
            from--;
        }
        BitSet words = new BitSet();
        words.set(from, noun + 1);
        boolean determined = from > 0 && sentence.token(from - 1).tag().matches("DT|PRP\\$|POS");
        return determined
                ? Optional.of(new Description(Description.text(sentence, words), Optional.empty()))
                : Optional.empty();
    }

    /** In a sentence without arcs, "Ines Marr, a union leader," goes by its words alone. */
    private Optional<Description> behind(Parse sentence, Span name) {
        int comma = sentence.within(name).length();
        if (comma + 1 >= sentence.size()
                || !sentence.token(comma).form().equals(",")
                || !sentence.token(comma + 1).tag().equals("DT")) {
            return Optional.empty();
        }
        int end = comma + 2;
        while (end < sentence.size() && sentence.token(end).tag().matches("JJ|NNP?")) {
            end++;
        }
        boolean isRole = end > comma + 2 && nouns.isRole(sentence.token(end - 1));
        BitSet words = new BitSet();
        words.set(comma + 2, end);
        return isRole
                ? Optional.of(new Description(Description.text(sentence, words), Optional.empty()))
                : Optional.empty();
    }

    /** "The airline named the captain as Sven Okkonen" */
    private Optional<Description> namedAs(Parse sentence, Span name) {
        int as = sentence.within(name).nextSetBit(0) - 1;
        boolean names = as > 1
                && sentence.token(as).form().equals("as")
                && nouns.isRole(sentence.token(as - 1))
                && sentence.tokens().subList(0, as - 1).stream()
                        .anyMatch(token -> token.isVerb() && token.lemma().matches("name|identify"));
        BitSet words = new BitSet();
        words.set(Math.max(as - 1, 0));
        return names
                ? Optional.of(new Description(Description.text(sentence, words), Optional.empty()))
                : Optional.empty();
    }

    /** "Tariq Aziz of the Keld Institute", "Joan Tarrant, for the opposition": whom a name alone is said to belong to. */
    Optional<Span> affiliation(Parse sentence, Span name) {
        OptionalInt head = sentence.head(name);
        Optional<Span> hung = head.isEmpty()
                ? Optional.empty()
                : sentence.children(head.getAsInt(), "nmod").stream()
                        .filter(child -> isNominalBody(sentence, child))
                        .findFirst()
                        .map(child -> Description.body(sentence, child));
        return hung.or(() -> bodyBehind(sentence, name));
    }

    /** The same, wherever the parser hung it: name, "of" or "for", and a body. */
    private Optional<Span> bodyBehind(Parse sentence, Span name) {
        int at = sentence.within(name).length();
        at += at < sentence.size() && sentence.token(at).form().equals(",") ? 1 : 0;
        if (at >= sentence.size() || !sentence.token(at).form().matches("of|for|from")) {
            return Optional.empty();
        }
        int first = at + 1;
        while (first < sentence.size() && sentence.token(first).lemma().equalsIgnoreCase("the")) {
            first++;
        }
        int end = first;
        while (end < sentence.size() && sentence.token(end).tag().matches("NNP?S?|POS")) {
            end++;
        }
        boolean body = end > first
                && nouns.type(sentence.token(end - 1))
                        .filter(type -> type == EntityType.ORGANIZATION)
                        .isPresent();
        boolean named = end > first && first > at + 1 && sentence.token(end - 1).isName();
        return body || named ? Optional.of(sentence.span(first, end - 1)) : Optional.empty();
    }

    private boolean isNominalBody(Parse sentence, int word) {
        boolean linked = sentence.children(word, "case").stream()
                .anyMatch(link -> List.of("of", "for", "from", "at", "with")
                        .contains(sentence.token(link).lemma()));
        return linked
                && (sentence.token(word).isName()
                        || nouns.type(sentence.token(word))
                                .filter(type -> type == EntityType.ORGANIZATION)
                                .isPresent());
    }

    private Optional<Description> before(Parse sentence, Span name, int person) {
        List<Integer> modifiers = sentence.children(person, "compound", "amod").stream()
                .filter(word -> sentence.token(word).span().end() <= name.start())
                .toList();
        OptionalInt role = modifiers.stream()
                .mapToInt(Integer::intValue)
                .filter(word -> (nouns.isRole(sentence.token(word)) && leadsUp(sentence, word, name))
                        || isRightBefore(sentence, word, name))
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

    /** "Questioned by MPs, Helen Rusk …": what stands before a comma is somebody else. */
    private static boolean leadsUp(Parse sentence, int word, Span name) {
        return !sentence.token(word).tag().endsWith("S")
                && sentence.tokens().subList(word, sentence.within(name).nextSetBit(0)).stream()
                        .noneMatch(token -> token.tag().equals(","));
    }

    /** "counterpart Pavel Orlo", "junior Kaylee Marsh" */
    private static boolean isRightBefore(Parse sentence, int word, Span name) {
        Token noun = sentence.token(word);
        return noun.tag().equals("NN")
                && noun.form().matches("\\p{Ll}[\\p{L}-]+")
                && !noun.form().endsWith("ing")
                && sentence.within(name).nextSetBit(0) == word + 1;
    }

    private Optional<Description> apposition(Parse sentence, int person) {
        OptionalInt noun = appositive(sentence, person);
        return noun.isPresent() ? Optional.of(Description.of(sentence, noun.getAsInt(), nouns)) : Optional.empty();
    }

    private Optional<Description> copula(Parse sentence, int person) {
        OptionalInt noun = sentence.governor(person);
        boolean is = noun.isPresent()
                && sentence.hasRelation(person, "nsubj")
                && sentence.children(noun.getAsInt(), "cop").stream()
                        .anyMatch(word -> sentence.token(word).form().matches("is|was|[’']s"))
                && nouns.isRole(sentence.token(noun.getAsInt()));
        return is ? Optional.of(Description.of(sentence, noun.getAsInt(), nouns)) : Optional.empty();
    }

    /** A rank or form of address right before the name, for want of anything better. */
    Optional<String> title(Parse sentence, Span name) {
        BitSet words = sentence.within(name);
        int first = words.nextSetBit(0);
        return first > 0
                        && titles.contains(sentence.token(first - 1).form())
                        && !COURTESY.contains(sentence.token(first - 1)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .replace(".", ""))
                ? Optional.of(sentence.token(first - 1).form())
                : Optional.empty();
    }
}
