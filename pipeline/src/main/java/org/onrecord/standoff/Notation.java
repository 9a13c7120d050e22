package org.onrecord.standoff;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Quantity;

/**
 * A quantity as annotators write it: {@code 12}, {@code >=12} at least, {@code >12} more than, {@code <=90} up to,
 * {@code <50} fewer than, {@code ~40} about, {@code 30..40}, a vague word, {@code none}.
 */
public final class Notation {
    private static final Pattern NUMBER = Pattern.compile("(>=|>|<=|<|~)?(\\d{1,12})(?:\\.\\.(\\d{1,12}))?");

    private Notation() {}

    /** Outcome and quantity: {@code killed >=12}. */
    public static String of(CasualtyFigure figure) {
        return figure.outcome().name().toLowerCase(Locale.ROOT) + " " + of(figure.quantity());
    }

    public static String of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exactly exactly -> String.valueOf(exactly.count());
            case Quantity.AtLeast atLeast -> ">=" + atLeast.count();
            case Quantity.MoreThan moreThan -> ">" + moreThan.count();
            case Quantity.AtMost atMost -> "<=" + atMost.count();
            case Quantity.FewerThan fewerThan -> "<" + fewerThan.count();
            case Quantity.About about -> "~" + about.count();
            case Quantity.Between between -> between.low() + ".." + between.high();
            case Quantity.Vague vague -> vague.words();
            case Quantity.None none -> "none";
        };
    }

    /**
     * What {@link #of(Quantity)} writes. Vague words get the interval of the contract; one that is not in its list has no
     * bounds.
     */
    public static Quantity quantity(String notation) {
        String words = notation.strip();
        Matcher number = NUMBER.matcher(words);
        if (words.equals("none")) {
            return new Quantity.None();
        }
        if (!number.matches()) {
            return vague(words);
        }
        long count = Long.parseLong(number.group(2));
        if (number.group(3) != null) {
            return new Quantity.Between(count, Long.parseLong(number.group(3)));
        }
        return switch (number.group(1) == null ? "" : number.group(1)) {
            case ">=" -> new Quantity.AtLeast(count);
            case ">" -> new Quantity.MoreThan(count);
            case "<=" -> new Quantity.AtMost(count);
            case "<" -> new Quantity.FewerThan(count);
            case "~" -> new Quantity.About(count);
            default -> new Quantity.Exactly(count);
        };
    }

    private static Quantity vague(String words) {
        return switch (words.toLowerCase(Locale.ROOT).replaceFirst("^an? ", "").replaceFirst(" of$", "")) {
            case "couple" -> interval(words, 2, 2);
            case "few", "several", "handful" -> interval(words, 3, 9);
            case "half a dozen", "half dozen" -> interval(words, 6, 6);
            case "dozen" -> interval(words, 12, 12);
            case "dozens" -> interval(words, 24, 99);
            case "scores" -> interval(words, 40, 199);
            case "hundreds" -> interval(words, 200, 999);
            case "thousands" -> interval(words, 2_000, 9_999);
            case "tens of thousands" -> interval(words, 20_000, 99_999);
            case "hundreds of thousands" -> interval(words, 200_000, 999_999);
            default -> new Quantity.Vague(words, OptionalLong.empty(), OptionalLong.empty());
        };
    }

    private static Quantity interval(String words, long low, long high) {
        return new Quantity.Vague(words, OptionalLong.of(low), OptionalLong.of(high));
    }
}
