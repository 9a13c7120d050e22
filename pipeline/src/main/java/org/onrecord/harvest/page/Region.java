package org.onrecord.harvest.page;

/** What lies below one element: sums over its blocks, which follow one another. */
final class Region {
    private final int first;
    private int last;
    private double characters;
    private double linked;
    private double prose;

    Region(int first) {
        this.first = first;
    }

    void add(int index, Block block) {
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
        return last - first + 1;
    }

    int first() {
        return first;
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
