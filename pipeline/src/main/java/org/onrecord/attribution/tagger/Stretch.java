package org.onrecord.attribution.tagger;

/** Words in a row with a label; both ends included. */
public record Stretch(String label, int first, int last) {
    public Stretch {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no words from " + first + " to " + last);
        }
    }

    /** How many words. */
    public int size() {
        return last - first + 1;
    }

    public boolean overlaps(Stretch other) {
        return first <= other.last && other.first <= last;
    }

    public boolean contains(int word) {
        return first <= word && word <= last;
    }
}
