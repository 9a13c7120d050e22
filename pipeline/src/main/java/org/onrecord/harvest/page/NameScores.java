package org.onrecord.harvest.page;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The logistic model of names made ready for pages: each name looked up once for each element. */
final class NameScores {
    private static final int UNKNOWN = -1;

    /** By token, the number of the name for each kind that it has. */
    private final Map<String, Map<NameKind, Integer>> numbers = new HashMap<>();

    private final float[] weights;
    private final float bias;

    NameScores(NameWeights model) {
        weights = new float[model.weights().size()];
        bias = model.bias();
        int number = 0;
        for (Map.Entry<String, Float> entry : model.weights().entrySet()) {
            numbers.computeIfAbsent(NameKind.token(entry.getKey()), key -> new EnumMap<>(NameKind.class))
                    .put(NameKind.kind(entry.getKey()), number);
            weights[number] = entry.getValue();
            number++;
        }
    }

    /** The log odds of each block of a page, the same as {@link NameWeights#score}. */
    float[] of(Layout layout) {
        Page page = new Page();
        float[] scores = new float[layout.blocks().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = page.score(new Spot(layout, i));
        }
        return scores;
    }

    private final class Page implements BlockNames.Visitor {
        private final Map<Place, Map<NameKind, int[]>> known = new HashMap<>();
        /** The block in which a name was last counted: each counts once. */
        private final int[] counted = new int[weights.length];

        private int block;
        private float sum;

        float score(Spot spot) {
            block = spot.index() + 1;
            sum = bias;
            BlockNames.visit(spot, this);
            return sum;
        }

        @Override
        public void element(NameKind kind, Place place) {
            Map<NameKind, int[]> kinds = known.get(place);
            if (kinds == null) {
                kinds = new EnumMap<>(NameKind.class);
                known.put(place, kinds);
            }
            int[] found = kinds.get(kind);
            if (found == null) {
                found = place.names().stream()
                        .flatMap(name -> Optional.ofNullable(numbers.get(name)).stream())
                        .mapToInt(kindsOf -> kindsOf.getOrDefault(kind, UNKNOWN))
                        .filter(number -> number >= 0)
                        .toArray();
                kinds.put(kind, found);
            }
            for (int name : found) {
                count(name);
            }
        }

        @Override
        public void token(NameKind kind, String token) {
            count(numbers.getOrDefault(token, Map.of()).getOrDefault(kind, UNKNOWN));
        }

        private void count(int name) {
            if (name >= 0 && counted[name] != block) {
                counted[name] = block;
                sum += weights[name];
            }
        }
    }
}
