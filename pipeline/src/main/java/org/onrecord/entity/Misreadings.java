package org.onrecord.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What a business has that a person has not. */
    private static final Set<String> OF_A_BUSINESS =
            Set.of("executive", "shareholder", "profit", "revenue", "customer");

    /** What is had, or held, of a business. */
    private static final Set<String> BEFORE_A_BUSINESS = Set.of("share in", "stake in", "executive of");

    /** What a business is called for what it makes. */
    private static final Set<String> WARES = Set.of("app", "platform", "startup", "start-up", "brand", "website");

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
                if (sentence.sentence().span().contains(mention.span()) && mention.type() == EntityType.LOCATION) {
                    business(sentence, mention.span(), types);
                }
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

    private static void business(Parse sentence, Span name, Map<String, EntityType> types) {
        List<Token> words = words(sentence, name);
        if (words.size() == 1 && isBusiness(sentence, name)) {
            types.put(words.getFirst().form().toLowerCase(Locale.ROOT), EntityType.ORGANIZATION);
        }
    }

    private void otherwise(Parse sentence, Span name, List<Token> words, Map<String, EntityType> types) {
        String key = String.join(" ", words.stream().map(Token::form).toList()).toLowerCase(Locale.ROOT);
        if (isBody(sentence, name)
                || (words.size() > 1 && isAfterThe(sentence, name))
                || (words.size() == 1 && isBusiness(sentence, name))) {
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

    /** "Shares in Voltane", "Wayfare’s chief technology officer" */
    private static boolean isBusiness(Parse sentence, Span name) {
        int first = sentence.within(name).nextSetBit(0);
        String before = sentence.tokens().subList(Math.max(first - 2, 0), first).stream()
                .map(token -> token.lemma().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        List<Token> after = sentence.tokens().subList(first + 1, Math.min(sentence.size(), first + 1 + REACH));
        boolean owns = !after.isEmpty() && after.getFirst().tag().equals("POS");
        return BEFORE_A_BUSINESS.contains(before)
                || (owns
                        && after.stream()
                                .anyMatch(token -> OF_A_BUSINESS.contains(token.lemma())
                                        || (token.lemma().equals("officer")
                                                && after.stream()
                                                        .anyMatch(chief ->
                                                                chief.lemma().equals("chief")))));
    }

    private boolean isBody(Parse sentence, Span name) {
        OptionalInt head = sentence.head(name);
        if (head.isEmpty()) {
            return false;
        }
        boolean calledOne = sentence.within(name).cardinality() == 1
                && sentence.children(head.getAsInt(), "appos").stream().anyMatch(noun -> isBody(sentence, noun));
        return calledOne
                || (sentence.hasRelation(head.getAsInt(), "appos")
                        && sentence.governor(head.getAsInt()).stream().anyMatch(noun -> isBody(sentence, noun)));
    }

    private boolean isBody(Parse sentence, int noun) {
        Token word = sentence.token(noun);
        return WARES.contains(word.lemma())
                || nouns.type(word)
                        .filter(type -> type == EntityType.ORGANIZATION)
                        .isPresent();
    }
}
