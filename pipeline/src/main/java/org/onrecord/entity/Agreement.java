package org.onrecord.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.document.Basis;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.entity.Names.Found;
import org.onrecord.pipeline.Lexicon;

/**
 * Makes an article agree with itself about its names: a word that is the surname of somebody named in full, or the
 * first word of an organisation named in full, is that name wherever it stands alone, whatever the recogniser thought
 * of it there ("one sense per discourse", Gale, Church and Yarowsky 1992).
 */
final class Agreement {
    private static final Basis SURNAME = new Basis.Rule("surname-again", 0.95);
    private static final Basis SHORT_NAME = new Basis.Rule("short-name-again", 0.9);
    private static final int SHORTEST = 4;

    private final Lexicon generic;
    private final Titles titles;

    private Agreement(Lexicon generic, Titles titles) {
        this.generic = generic;
        this.titles = titles;
    }

    static Agreement load() {
        return new Agreement(Lexicon.load("entity/generic.txt"), Titles.load());
    }

    List<Found> apply(List<Parse> sentences, List<Found> found) {
        Map<String, Found> shortForms = shortForms(sentences, found);
        List<Found> agreed = new ArrayList<>(found);
        for (Parse sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                if (standsAlone(sentence, i)) {
                    Found full = shortForms.get(sentence.token(i).form());
                    if (full != null) {
                        replace(agreed, sentence.token(i).span(), full.type());
                    }
                }
            }
        }
        agreed.sort(Comparator.comparing(Found::span));
        return agreed;
    }

    private Map<String, Found> shortForms(List<Parse> sentences, List<Found> found) {
        Map<String, Found> shortForms = new HashMap<>();
        for (Parse sentence : sentences) {
            for (Found name : found) {
                List<Token> words = sentence.tokens().stream()
                        .filter(token -> name.span().contains(token.span()))
                        .toList();
                if (words.size() > 1) {
                    shortForm(name.type(), words).ifPresent(word -> shortForms.putIfAbsent(word, name));
                }
            }
        }
        return shortForms;
    }

    private Optional<String> shortForm(EntityType type, List<Token> words) {
        return switch (type) {
            case PERSON -> Optional.of(words.getLast().form());
            case ORGANIZATION ->
                Optional.of(words.getFirst().form())
                        .filter(word -> word.length() >= SHORTEST
                                && words.get(1).isName()
                                && !generic.contains(word.toLowerCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private boolean standsAlone(Parse sentence, int word) {
        return sentence.token(word).isName()
                && (word == 0
                        || !sentence.token(word - 1).isName()
                        || titles.contains(sentence.token(word - 1).form()))
                && (word + 1 == sentence.size() || !sentence.token(word + 1).isName());
    }

    private static void replace(List<Found> agreed, Span span, EntityType type) {
        boolean known = agreed.stream()
                .anyMatch(name -> name.span().overlaps(span) && !name.span().equals(span));
        if (!known) {
            agreed.removeIf(name -> name.span().equals(span) && name.type() != type);
            if (agreed.stream().noneMatch(name -> name.span().equals(span))) {
                agreed.add(new Found(span, type, type == EntityType.PERSON ? SURNAME : SHORT_NAME));
            }
        }
    }
}
