package org.onrecord.harvest.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log odds that the names of the blocks of one page give, the same as {@link NameWeights#score} of
 * {@link BlockNames}: what blocks have in common, the elements around them and their headings, is summed once.
 */
final class NameScores {
    private static final float UNSUMMED = Float.NaN;
    private static final int[] NONE = {};
    /** Elements beyond the parent that are still near. */
    private static final int NEAR = BlockNames.NEAR - 2;

    private final KnownNames model;
    private final Layout layout;
    /** By the number of the place. */
    private final @Nullable Around[] places;
    /** By the value of a class, an id and the like: the elements of a page share them. */
    private final Map<String, int[]> named = new HashMap<>();
    /** The sum in which a name was last counted: each counts once. */
    private final int[] counted;

    private int sums;
    private int heading = -1;
    private float ofHeading;

    private NameScores(KnownNames model, Layout layout) {
        this.model = model;
        this.layout = layout;
        this.places = new Around[layout.places()];
        this.counted = new int[model.size()];
    }

    /** The log odds of each block of a page. */
    static float[] of(KnownNames model, Layout layout) {
        NameScores page = new NameScores(model, layout);
        float[] scores = new float[layout.blocks().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = page.score(i);
        }
        return scores;
    }

    private float score(int index) {
        Block block = layout.blocks().get(index);
        float score = model.bias() + words(block.words());
        Around own = around(block.place());
        if (own != null) {
            score += own.score();
        }
        if (BlockNames.isHeaded(layout, index)) {
            if (heading != layout.headingBefore(index)) {
                heading = layout.headingBefore(index);
                ofHeading = heading(layout.blocks().get(heading));
            }
            score += ofHeading;
        }
        return score;
    }

    private float heading(Block block) {
        float sum = sum(known(block.words()), NameKind.HEADING);
        return sum + sum(known(block.place()), NameKind.HEADING_CLASS);
    }

    private float words(List<String> words) {
        if (words.isEmpty() || words.size() >= BlockNames.OPENED) {
            return 0;
        }
        float sum = 0;
        KnownNames.Phrase opens = model.phrases(NameKind.OPENS);
        for (int i = 0; i < Math.min(BlockNames.OPENING, words.size()) && opens != null; i++) {
            opens = opens.then(words.get(i));
            sum += opens == null ? 0 : opens.weight();
        }
        int last = model.number(words.getLast());
        sum += last == KnownNames.UNKNOWN ? 0 : model.weights(NameKind.ENDS)[last];
        if (words.size() < BlockNames.SHORT) {
            List<String> digitless = BlockNames.digitless(words);
            sum += words.size() < BlockNames.WHOLE ? whole(digitless) : 0;
            float[] weights = model.weights(NameKind.WORD);
            sums++;
            for (String word : digitless) {
                int number = model.number(word);
                sum += number == KnownNames.UNKNOWN ? 0 : more(number, weights);
            }
        }
        return sum;
    }

    private float whole(List<String> words) {
        KnownNames.Phrase whole = model.phrases(NameKind.WHOLE);
        for (int i = 0; i < words.size() && whole != null; i++) {
            whole = whole.then(words.get(i));
        }
        return whole == null ? 0 : whole.weight();
    }

    private int[] known(List<String> tokens) {
        int[] known = new int[tokens.size()];
        int count = 0;
        for (String token : tokens) {
            int number = model.number(token);
            if (number != KnownNames.UNKNOWN) {
                known[count++] = number;
            }
        }
        return count == 0 ? NONE : Arrays.copyOf(known, count);
    }

    private int[] known(Place place) {
        int[] all = NONE;
        for (String naming : place.naming()) {
            int[] known = named.computeIfAbsent(naming, names -> known(Place.split(names)));
            if (known.length > 0) {
                int before = all.length;
                all = before == 0 ? known : Arrays.copyOf(all, before + known.length);
                System.arraycopy(known, 0, all, before, known.length);
            }
        }
        return all;
    }

    private float sum(int[] names, NameKind kind) {
        sums++;
        return more(names, kind);
    }

    /** Of the names that were not counted in the present sum. */
    private float more(int[] names, NameKind kind) {
        if (names.length == 0) {
            return 0;
        }
        float[] weights = model.weights(kind);
        float sum = 0;
        for (int name : names) {
            sum += more(name, weights);
        }
        return sum;
    }

    private float more(int name, float[] weights) {
        if (counted[name] == sums) {
            return 0;
        }
        counted[name] = sums;
        return weights[name];
    }

    /** None outside the body. */
    private @Nullable Around around(@Nullable Place place) {
        if (place == null || place.tag().equals("html")) {
            return null;
        }
        Around known = places[place.number()];
        if (known == null) {
            known = new Around(place, around(place.outer()));
            places[place.number()] = known;
        }
        return known;
    }

    /** What an element gives to the blocks in it; each sum is made when a block first asks for it. */
    private final class Around {
        private final String tag;
        private final int[] names;
        private final @Nullable Around outer;
        private float score = UNSUMMED;
        private float asParent = UNSUMMED;
        private float far = UNSUMMED;

        Around(Place place, @Nullable Around outer) {
            this.tag = place.tag();
            this.names = known(place);
            this.outer = outer;
        }

        /** For a block right in it. */
        float score() {
            if (Float.isNaN(score)) {
                score = steps(NameKind.OWN, 1) + tags() + (outer == null ? 0 : outer.asParent());
            }
            return score;
        }

        private float tags() {
            float sum = 0;
            KnownNames.Phrase tags = model.phrases(NameKind.TAGS);
            Around place = this;
            for (int i = 0; i < BlockNames.TAGS && place != null && tags != null; i++, place = place.outer) {
                tags = tags.then(place.tag);
                sum += tags == null ? 0 : tags.weight();
            }
            return sum;
        }

        /** For a block in an element right in it: its own names and those of all further out. */
        private float asParent() {
            if (Float.isNaN(asParent)) {
                asParent = steps(NameKind.PARENT, 1) + any() + (outer == null ? 0 : outer.near());
            }
            return asParent;
        }

        private float any() {
            sums++;
            float sum = 0;
            for (Around place = this; place != null; place = place.outer) {
                sum += more(place.names, NameKind.ANY);
            }
            return sum;
        }

        private float near() {
            Around beyond = this;
            for (int i = 0; i < NEAR && beyond != null; i++) {
                beyond = beyond.outer;
            }
            return steps(NameKind.NEAR, NEAR) + (beyond == null ? 0 : beyond.far());
        }

        private float far() {
            if (Float.isNaN(far)) {
                far = steps(NameKind.FAR, Integer.MAX_VALUE);
            }
            return far;
        }

        /** Of so many elements from this one outwards. */
        private float steps(NameKind kind, int most) {
            sums++;
            float sum = 0;
            Around place = this;
            for (int i = 0; i < most && place != null; i++, place = place.outer) {
                sum += place.tag.equals("body") ? sum(place.names, NameKind.BODY) : more(place.names, kind);
            }
            return sum;
        }
    }
}
