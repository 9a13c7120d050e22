package org.onrecord.harvest.page;

import java.util.ArrayList;
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
    /** Elements beyond the parent that are still near. */
    private static final int NEAR = BlockNames.NEAR - 2;

    private final KnownNames model;
    private final Layout layout;
    private final Map<Place, Around> places = new HashMap<>();
    /** By the value of a class, an id and the like: the elements of a page share them. */
    private final Map<String, List<KnownNames.Name>> named = new HashMap<>();
    /** The sum in which a name was last counted: each counts once. */
    private final int[] counted;

    private int sums;
    private int heading = -1;
    private float ofHeading;

    private NameScores(KnownNames model, Layout layout) {
        this.model = model;
        this.layout = layout;
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
        List<KnownNames.Name> known = known(block.words());
        float sum = sum(known, NameKind.HEADING);
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
        KnownNames.Name last = model.find(words.getLast());
        sum += last == null ? 0 : last.weight(NameKind.ENDS);
        if (words.size() < BlockNames.SHORT) {
            List<String> digitless = BlockNames.digitless(words);
            sum += words.size() < BlockNames.WHOLE ? whole(digitless) : 0;
            sums++;
            for (int i = 0; i < digitless.size(); i++) {
                String word = digitless.get(i);
                boolean isLast = i + 1 == digitless.size() && word.equals(words.getLast());
                sum += more(isLast ? last : model.find(word), NameKind.WORD);
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

    private List<KnownNames.Name> known(List<String> tokens) {
        List<KnownNames.Name> known = new ArrayList<>();
        for (String token : tokens) {
            KnownNames.Name name = model.find(token);
            if (name != null) {
                known.add(name);
            }
        }
        return known;
    }

    private List<KnownNames.Name> known(Place place) {
        List<KnownNames.Name> all = List.of();
        for (String naming : place.naming()) {
            List<KnownNames.Name> known = named.get(naming);
            if (known == null) {
                known = known(Place.split(naming));
                named.put(naming, known);
            }
            if (all.isEmpty()) {
                all = known;
            } else if (!known.isEmpty()) {
                all = new ArrayList<>(all);
                all.addAll(known);
            }
        }
        return all;
    }

    private float sum(List<KnownNames.Name> names, NameKind kind) {
        sums++;
        return more(names, kind);
    }

    /** Of the names that were not counted in the present sum. */
    private float more(List<KnownNames.Name> names, NameKind kind) {
        float sum = 0;
        for (KnownNames.Name name : names) {
            sum += more(name, kind);
        }
        return sum;
    }

    private float more(KnownNames.@Nullable Name name, NameKind kind) {
        if (name == null || counted[name.number()] == sums) {
            return 0;
        }
        counted[name.number()] = sums;
        return name.weight(kind);
    }

    /** None outside the body. */
    private @Nullable Around around(@Nullable Place place) {
        if (place == null || place.tag().equals("html")) {
            return null;
        }
        Around known = places.get(place);
        if (known == null) {
            known = new Around(place, around(place.outer()));
            places.put(place, known);
        }
        return known;
    }

    /** What an element gives to the blocks in it; each sum is made when a block first asks for it. */
    private final class Around {
        private final String tag;
        private final List<KnownNames.Name> names;
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
