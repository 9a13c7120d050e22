package org.onrecord.app.pages.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart: shapes in a box, with what it shows in words.
 *
 * @param id unique on its page
 */
public record Drawing(String id, String title, String description, int width, int height, List<Shape> shapes) {
    /** Something drawn; {@code look} is the class of it. */
    public sealed interface Shape {}

    /** A straight line. */
    public record Line(String look, double fromX, double fromY, double toX, double toY) implements Shape {}

    /** An outline in the language of SVG paths; {@code hint} is shown under the pointer. */
    public record Path(String look, String outline, String hint) implements Shape {}

    /** Words. {@code anchor}: start, middle or end. */
    public record Label(String look, double x, double y, String anchor, String words) implements Shape {}

    /** A bar, which may be a link. */
    public record Bar(String look, double x, double y, double width, double height, String hint, Optional<String> link)
            implements Shape {}

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /** Whether something in it can be followed: then it is more than an image. */
    public boolean hasLinks() {
        return shapes.stream()
                .anyMatch(shape -> shape instanceof Bar bar && bar.link().isPresent());
    }

    /** A coordinate as SVG has it. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
