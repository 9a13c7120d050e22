package org.onrecord.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups what was found by source and wording, so that wire copies and repeats are one row. Two wordings are the same
 * where they share most of their runs of three words ({@link Shingles}): copies are cut and lightly edited, so
 * containment of the shorter counts beside resemblance.
 */
public final class ClaimGroups {
    private static final int SHINGLE = 3;
    private static final double RESEMBLANCE = 0.6;
    private static final double CONTAINMENT = 0.8;
    /** A shorter text than this is contained in too much. */
    private static final int LEAST_WORDS = 6;

    private final List<Wording> wordings = new ArrayList<>();
    private final int[] parents;
    private final Map<Integer, List<Integer>> byShingle = new HashMap<>();

    /** @param source the speaker, blank before it; empty in the publisher's own voice */
    private record Wording(Hit hit, String source, List<String> words, Shingles shingles) {}

    private ClaimGroups(List<Hit> hits) {
        hits.forEach(hit -> wordings.add(wording(hit)));
        parents = new int[hits.size()];
        Arrays.setAll(parents, i -> i);
    }

    /** The most printed first, then the earliest; whole articles and figures with a source are left out. */
    public static List<ClaimGroup> of(List<Hit> hits) {
        return new ClaimGroups(hits.stream().filter(ClaimGroups::isClaim).toList()).groups();
    }

    private static boolean isClaim(Hit hit) {
        return hit.said().isPresent()
                || hit.figure().filter(figure -> figure.source().isEmpty()).isPresent();
    }

    private List<ClaimGroup> groups() {
        for (int i = 0; i < wordings.size(); i++) {
            int current = i;
            candidates(i).stream()
                    .filter(other -> root(other) != root(current))
                    .filter(other -> same(wordings.get(other), wordings.get(current)))
                    .forEach(other -> parents[root(current)] = root(other));
            wordings.get(i)
                    .shingles()
                    .hashes()
                    .forEach(shingle -> byShingle
                            .computeIfAbsent(shingle, key -> new ArrayList<>())
                            .add(current));
        }
        Map<Integer, List<Hit>> grouped = new LinkedHashMap<>();
        for (int i = 0; i < wordings.size(); i++) {
            grouped.computeIfAbsent(root(i), key -> new ArrayList<>())
                    .add(wordings.get(i).hit());
        }
        return grouped.values().stream()
                .map(ClaimGroups::group)
                .sorted(Comparator.comparingLong(ClaimGroup::articles)
                        .reversed()
                        .thenComparing(ClaimGroup::first, Hit.EARLIEST_FIRST))
                .toList();
    }

    private static ClaimGroup group(List<Hit> hits) {
        List<Hit> places = hits.stream().sorted(Hit.EARLIEST_FIRST).toList();
        Optional<Hit.Said> fullest = places.stream()
                .flatMap(hit -> hit.said().stream())
                .max(Comparator.comparingInt(said -> said.speaker().length()));
        return new ClaimGroup(fullest, places);
    }

    private int root(int wording) {
        int at = wording;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private Set<Integer> candidates(int wording) {
        Set<Integer> candidates = new HashSet<>();
        wordings.get(wording)
                .shingles()
                .hashes()
                .forEach(shingle -> candidates.addAll(byShingle.getOrDefault(shingle, List.of())));
        return candidates;
    }

    private static boolean same(Wording one, Wording other) {
        if (!sameSource(one, other)) {
            return false;
        }
        if (one.words().equals(other.words())) {
            return true;
        }
        boolean contained = Math.min(one.words().size(), other.words().size()) >= LEAST_WORDS
                && one.shingles().containment(other.shingles()) >= CONTAINMENT;
        return contained || one.shingles().resemblance(other.shingles()) >= RESEMBLANCE;
    }

    /** The same name, or one that is the end of the other: "Harrow", "Daniel Harrow". */
    private static boolean sameSource(Wording one, Wording other) {
        if (one.source().isEmpty() || other.source().isEmpty()) {
            return one.hit().figure().equals(other.hit().figure());
        }
        return one.source().endsWith(other.source()) || other.source().endsWith(one.source());
    }

    private static Wording wording(Hit hit) {
        // "230 people" are the same ones only where the words around them are
        String text = hit.figure().isPresent() ? hit.context() : hit.text();
        List<String> words = List.of(Plain.words(text).split(" ", -1));
        String source =
                hit.said().map(said -> " " + Plain.words(said.speaker())).orElse("");
        return new Wording(hit, source, words, Shingles.of(words, SHINGLE));
    }
}
