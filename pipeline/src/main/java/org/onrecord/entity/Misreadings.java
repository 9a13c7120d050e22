package org.onrecord.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * Names that the recogniser took for people and that the article uses otherwise: "in Karos" is a place, "the supplier,
 * Medisoft" and "The Keld Courier" are bodies. Somebody named in full somewhere is never one of them.
 */
final class Misreadings {
    private static final Set<String> AT = Set.of(
            "in", "near", "outside", "across", "throughout", "northern", "southern", "eastern", "western", "central");

    /** What only a place has. */
    private static final Set<String> GOVERNED =
            Set.of("government", "army", "navy", "parliament", "capital", "border", "president", "police", "delegate");

    /** How many words behind the name are looked at. */
    private static final int REACH = 4;

    private final SourceNouns nouns;

    Misreadings(SourceNouns nouns) {
        this.nouns = nouns;
    }

    /** What the names are, by their words in lower case; those that are people are not among them. */
    Map<String, EntityType> of(List<Parse> sentences, List<Mention> mentions) {
        Set<String> partsOfNames = new HashSet<>();
        Map<String, EntityType> types = new HashMap<>();
        for (Parse sentence : sentences) {
            for (Mention mention : mentions) {
                if (mention.type() == EntityType.PERSON
                        && sentence.sentence().span().contains(mention.span())) {
                    List<Token> words = words(sentence, mention.span());
                    if (words.size() > 1 && !isAfterThe(sentence, mention.span())) {
                        words.forEach(word -> partsOfNames.add(word.form().toLowerCase(Locale.ROOT)));
                    }
                    otherwise(sentence, mention.span(), words, types);
                }
            }
        }
        types.keySet().removeAll(partsOfNames);
        return types;
    }

    private void otherwise(Parse sentence, Span name, List<Token> words, Map<String, EntityType> types) {
        String key = String.join(" ", words.stream().map(Token::form).toList()).toLowerCase(Locale.ROOT);
        if (isBody(sentence, name) || (words.size() > 1 && isAfterThe(sentence, name))) {
            types.put(key, EntityType.ORGANIZATION);
        } else if (words.size() == 1 && (isPlace(sentence, name) || hasGovernment(sentence, name))) {
            types.putIfAbsent(key, EntityType.LOCATION);
        }
    }

    private static List<Token> words(Parse sentence, Span name) {
        return sentence.tokens().stream()
                .filter(token -> name.contains(token.span()))
                .toList();
    }

    private static boolean isAfterThe(Parse sentence, Span name) {
        int first = sentence.within(name).nextSetBit(0);
        return first >= 0
                && (sentence.token(first).lemma().equalsIgnoreCase("the")
                        || (first > 0 && sentence.token(first - 1).lemma().equalsIgnoreCase("the")));
    }

    private static boolean isPlace(Parse sentence, Span name) {
        int first = sentence.within(name).nextSetBit(0);
        return first > 0 && AT.contains(sentence.token(first - 1).lemma().toLowerCase(Locale.ROOT));
    }

    /** "Karos said its drones", "Sarrat’s army": a place that stands for those who govern it. */
    private static boolean hasGovernment(Parse sentence, Span name) {
        int next = sentence.within(name).length();
        List<Token> after = sentence.tokens().subList(next, Math.min(sentence.size(), next + REACH));
        boolean speaks = !after.isEmpty() && after.getFirst().tag().matches("VB[DZP]|MD");
        boolean owns = !after.isEmpty() && after.getFirst().tag().equals("POS");
        return (speaks && after.stream().anyMatch(token -> token.form().equals("its")))
                || (owns && after.stream().anyMatch(token -> GOVERNED.contains(token.lemma())));
    }

    private boolean isBody(Parse sentence, Span name) {
        OptionalInt head = sentence.head(name);
        if (head.isEmpty() || !sentence.hasRelation(head.getAsInt(), "appos")) {
            return false;
        }
        OptionalInt noun = sentence.governor(head.getAsInt());
        return noun.isPresent()
                && nouns.type(sentence.token(noun.getAsInt()))
                        .filter(type -> type == EntityType.ORGANIZATION)
                        .isPresent();
    }
}
