package org.onrecord.harvest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags around a block that say something about it, as bits. */
final class Tags {
    static final List<String> ALL = List.of(
            "article",
            "main",
            "aside",
            "footer",
            "nav",
            "header",
            "ul",
            "ol",
            "table",
            "figure",
            "blockquote",
            "form",
            "section",
            "figcaption",
            "p",
            "li");

    private static final Map<String, Long> BITS = bits();

    private Tags() {}

    private static Map<String, Long> bits() {
        Map<String, Long> bits = new HashMap<>();
        ALL.forEach(tag -> bits.put(tag, 1L << bits.size()));
        return bits;
    }

    static long bit(String tag) {
        return BITS.getOrDefault(tag, 0L);
    }
}
