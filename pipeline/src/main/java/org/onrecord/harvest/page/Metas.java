package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The meta elements of a page by their names in lower case, wherever on the page they stand. */
final class Metas {
    private static final List<String> NAMING = List.of("name", "property", "itemprop");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<String>> contents = new LinkedHashMap<>();

    private Metas() {}

    static Metas of(Marked page) {
        Metas metas = new Metas();
        for (Element meta : page.metas()) {
            String content = unescaped(meta.attr("content"));
            if (!content.isEmpty()) {
                for (String naming : NAMING) {
                    if (meta.hasAttr(naming)) {
                        metas.contents
                                .computeIfAbsent(
                                        meta.attr(naming).strip().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                                .add(content);
                    }
                }
            }
        }
        return metas;
    }

    /** Some pages escape twice. */
    static String unescaped(String text) {
        String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        StringBuilder clean = new StringBuilder(plain.length());
        boolean space = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == ' ' || c == '\u00a0' || (c >= '\t' && c <= '\r')) {
                space = true;
            } else if (c != '\u00ad') {
                clean.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return clean.toString().strip();
    }

    /** Only what counts when names are compared: letters and digits, in lower case. */
    static String letters(String text) {
        return OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The first content under the first of the names that has one. */
    Optional<String> first(String... names) {
        return Stream.of(names).flatMap(name -> all(name).stream()).findFirst();
    }

    List<String> all(String name) {
        return contents.getOrDefault(name, List.of());
    }

    /** The contents under every name that passes, in page order of the names. */
    Stream<String> where(Predicate<String> name) {
        return contents.entrySet().stream()
                .filter(entry -> name.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream());
    }
}
