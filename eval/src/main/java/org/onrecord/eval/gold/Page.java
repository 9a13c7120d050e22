package org.onrecord.eval.gold;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A web page and what people or hand-written parsers found on it; what is absent is not scored.
 *
 * @param host that served it, by its own name: {@code bbc} of {@code www.bbc.co.uk}
 * @param bytes reads the page as fetched
 * @param authors absent where nobody looked, empty where the page names none
 * @param day of publication, ISO 8601
 */
public record Page(
        String id,
        String host,
        Supplier<byte[]> bytes,
        Optional<String> text,
        Optional<String> title,
        Optional<List<String>> authors,
        Optional<String> day) {}
