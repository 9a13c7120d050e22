package org.onrecord.harvest.page;

/** Sums over blocks that follow one another; over those of one path, which may not, only the sums mean anything. */
final class Region {
    private int first = Integer.MAX_VALUE;
    private int last = -1;
    private double characters;
    private double linked;
    private double prose;

    void add(int index, Block block) {
        first = Math.min(first, index);
        last = index;
        characters += block.text().length();
        linked += block.text().length() * block.links();
        prose += block.prose();
    }

    boolean holds(int index) {
        return first <= index && index <= last;
    }

    boolean holds(Region other) {
        return first <= other.first && other.last <= last;
    }

    int blocks() {
        return last < first ? 0 : last - first + 1;
    }

    double characters() {
        return characters;
    }

    double prose() {
        return prose;
    }

    /** Share of its characters that are in links. */
    double links() {
        return linked / Math.max(1, characters);
    }

    /** Share of its characters that are prose. */
    double density() {
        return prose / Math.max(1, characters);
    }
}
