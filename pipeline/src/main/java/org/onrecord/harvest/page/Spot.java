package org.onrecord.harvest.page;

import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One block in its page: what the traits ask about. */
record Spot(Layout layout, int index) {
    Block block() {
        return layout.blocks().get(index);
    }

    Place place() {
        return block().place();
    }

    Wording wording() {
        return block().wording();
    }

    /** As a share of the characters. */
    double share(int count) {
        return (double) count / block().text().length();
    }

    /** The block so many places on (or back, if negative), where there is one. */
    Optional<Block> neighbour(int distance) {
        int other = index + distance;
        return other >= 0 && other < layout.blocks().size()
                ? Optional.of(layout.blocks().get(other))
                : Optional.empty();
    }

    /** What lies below the element so many steps out from the block's own. */
    Optional<Region> outer(int steps) {
        Place place = place();
        for (int i = 0; i < steps && place != null; i++) {
            place = place.outer();
        }
        return Optional.ofNullable(place).map(Place::region);
    }

    int siblings() {
        return place().parent().map(Place::children).orElse(0);
    }

    /** The innermost element that also holds the region. */
    Optional<Place> commonWith(Region region) {
        Place place = place();
        while (place != null && !place.region().holds(region)) {
            place = place.outer();
        }
        return Optional.ofNullable(place);
    }

    /** Steps out to an element that also holds the region. */
    int stepsTo(Region region) {
        return place().depth() - commonWith(region).map(Place::depth).orElse(-1);
    }

    Optional<Region> title() {
        int title = layout.titleBlock();
        return title < 0
                ? Optional.empty()
                : Optional.of(layout.blocks().get(title).place().region());
    }

    Optional<Block> heading() {
        int heading = layout.headingBefore(index);
        return heading < 0 ? Optional.empty() : Optional.of(layout.blocks().get(heading));
    }

    static <T> double or(Optional<T> value, double absent, ToDoubleFunction<T> reading) {
        return value.isPresent() ? reading.applyAsDouble(value.get()) : absent;
    }

    /** 2 for the end of a sentence, 1 for another closing mark, else 0. */
    static double closing(Block block) {
        char last = block.text().charAt(block.text().length() - 1);
        return ".!?。！？।".indexOf(last) >= 0 ? 2 : "\"”'’»)]…:;,」』".indexOf(last) >= 0 ? 1 : 0;
    }

    /** 2 where a neighbour has the same parent and tag, 1 for the same parent, else 0. */
    double kinship(Block other) {
        boolean sameParent = Objects.equals(other.place().outer(), place().outer());
        return !sameParent ? 0 : other.tag().equals(block().tag()) ? 2 : 1;
    }
}
