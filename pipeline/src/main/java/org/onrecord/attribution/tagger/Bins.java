package org.onrecord.attribution.tagger;

/** Numbers as traits. */
final class Bins {
    private Bins() {}

    static String probability(double p) {
        return String.valueOf((int) Math.floor(Math.min(0.999, p) * 12));
    }

    static String ratio(double r) {
        return r > 8 ? "8" : r > 3 ? "3" : r > 1.5 ? "1.5" : r > 0.66 ? "1" : r > 0.33 ? ".3" : "0";
    }

    static String length(int n) {
        return n <= 3 ? String.valueOf(n) : n <= 5 ? "4+" : n <= 9 ? "6+" : n <= 16 ? "10+" : n <= 30 ? "17+" : "31+";
    }
}
