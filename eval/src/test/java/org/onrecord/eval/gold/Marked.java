package org.onrecord.eval.gold;

/** Gold from marked-up text in a test. */
public final class Marked {
    private Marked() {}

    public static Gold gold(String text) {
        return Markup.read("article", "", text.lines().toList(), 1, "test");
    }
}
