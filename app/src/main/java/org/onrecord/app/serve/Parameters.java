package org.onrecord.app.serve;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;

/** Reads the parameters of a request: those of the command line, under the same names. */
final class Parameters {
    static final Set<String> NARROWING = Set.of("q", "speaker", "source", "site", "since", "until");
    static final Set<String> FIGURES = Set.of("outcome", "min", "max");
    static final Set<String> PAGE = Set.of("limit", "cursor");

    /** Rows of a page at most. */
    static final int MOST = 1_000;

    private final Context context;

    /** What the answer is written in. */
    enum Format {
        JSON,
        CSV
    }

    Parameters(Context context) {
        this.context = context;
    }

    @SafeVarargs
    static Set<String> all(Set<String>... sets) {
        Set<String> all = new LinkedHashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }

    /** A parameter that may be given once; empty where it is left out or has nothing in it. */
    Optional<String> text(String name) {
        List<String> given = context.queryParams(name);
        if (given.size() > 1) {
            throw Problem.of(400, "'" + name + "' is given " + given.size() + " times: give it once");
        }
        return given.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    Format format() {
        return constant(Format.class, "format").orElse(Format.JSON);
    }

    int limit(int otherwise) {
        long limit = number("limit").orElse(otherwise);
        if (limit < 1 || limit > MOST) {
            throw Problem.of(400, "'limit' is " + limit + ": it must be within 1.." + MOST);
        }
        return (int) limit;
    }

    /** A search as the command line would have it, without its page. */
    Request request(Set<Hit.Type> types, boolean copies) {
        return request(types, copies, Request.Order.RELEVANCE);
    }

    /** @param otherwise the order where none is given */
    Request request(Set<Hit.Type> types, boolean copies, Request.Order otherwise) {
        return new Request(
                text("q").orElse(""),
                text("speaker"),
                text("outcome"),
                number("min"),
                number("max"),
                day("since"),
                day("until"),
                types,
                text("source"),
                text("site"),
                copies,
                1,
                0,
                constant(Request.Order.class, "sort").orElse(otherwise),
                List.of());
    }

    Set<Hit.Type> types() {
        Set<Hit.Type> types = new LinkedHashSet<>();
        context.queryParams("type").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> !value.isEmpty())
                .forEach(value -> types.add(constant(Hit.Type.class, "type", value)));
        return types;
    }

    boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Problem.of(400, "'" + name + "' is true or false");
                })
                .orElse(false);
    }

    private OptionalLong number(String name) {
        Optional<String> value = text(name);
        try {
            return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.get()));
        } catch (NumberFormatException e) {
            throw Problem.of(400, "'" + name + "' is no whole number");
        }
    }

    private Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Problem.of(400, "'" + name + "' is no date such as 2026-01-31");
        }
    }

    private <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return text(name).map(value -> constant(type, name, value));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        400,
                        "'" + name + "' is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }
}
