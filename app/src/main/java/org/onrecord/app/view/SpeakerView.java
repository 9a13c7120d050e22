package org.onrecord.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onrecord.search.Facets;
import org.onrecord.search.SignificantTerm;
import org.onrecord.search.speaker.SpeakerProfile;
import org.onrecord.search.speaker.SpeakerProfile.Aim;

/** What one speaker said. */
public final class SpeakerView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LABEL = 14;
    private static final int NAMED = 6;
    private static final int BAR = 30;

    /** Days are shown one by one up to so many, then months, then years. */
    private static final int MOST_BARS = 31;

    private final Styling styling;

    public SpeakerView(Styling styling) {
        this.styling = styling;
    }

    /** For a reader: who it is, about what and against whom, when, and then what was said. */
    public String text(SpeakerProfile profile, int offset) {
        StringBuilder page = new StringBuilder(styling.apply("bold,fg(cyan)", profile.name())).append('\n');
        line("said", Words.number(profile.said().total()) + during(profile), page);
        line("also called", names(others(profile)), page);
        line("as", names(profile.counts(Facets.By.ROLE)), page);
        line("for", names(profile.counts(Facets.By.AFFILIATION)), page);
        line("printed by", names(profile.counts(Facets.By.SITE)), page);
        line("kinds", names(profile.counts(Facets.By.KIND)), page);
        line("stances", names(profile.counts(Facets.By.STANCE)), page);
        line("figures", profile.figures() == 0 ? "" : Words.number(profile.figures()), page);
        line("about", profile.topics().stream().map(SignificantTerm::words).collect(Collectors.joining(", ")), page);
        profile.aims().forEach(aim -> line(verb(aim.stance()), names(aim.names()), page));
        profile.aimedAt().forEach(aim -> line(passive(aim.stance()), names(aim.names()), page));
        line("not to mistake", names(profile.others()), page);
        bars(profile.days(), page);
        page.append('\n').append(new HitView(styling).text(profile.rows(), offset));
        return page.toString();
    }

    private static String during(SpeakerProfile profile) {
        Optional<LocalDate> first = profile.first();
        Optional<LocalDate> last = profile.last();
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        return first.equals(last) ? ", on " + first.get() : ", " + first.get() + " to " + last.get();
    }

    private static List<Facets.Count> others(SpeakerProfile profile) {
        return profile.aliases().stream()
                .filter(alias -> !alias.value().equals(profile.name()))
                .toList();
    }

    private static String verb(String stance) {
        return switch (stance) {
            case "accuse" -> "accuses";
            case "deny" -> "denies";
            case "doubt" -> "doubts";
            default -> "demands of";
        };
    }

    private static String passive(String stance) {
        return switch (stance) {
            case "accuse" -> "accused by";
            case "deny" -> "denied by";
            case "doubt" -> "doubted by";
            default -> "demands from";
        };
    }

    private static String names(List<Facets.Count> counts) {
        int more = Math.max(0, counts.size() - NAMED);
        return counts.stream()
                        .limit(NAMED)
                        .map(count -> Words.oneLine(count.value()) + " (" + Words.number(count.rows()) + ")")
                        .collect(Collectors.joining(", "))
                + (more == 0 ? "" : " and " + more + " more");
    }

    private void line(String label, String words, StringBuilder page) {
        if (!words.isEmpty()) {
            String indent = " ".repeat(LABEL + 2);
            page.append(styling.apply("faint", String.format(Locale.ROOT, "  %-" + LABEL + "s", label)))
                    .append(Words.wrapped(words, indent).substring(indent.length()))
                    .append('\n');
        }
    }

    private void bars(SortedMap<LocalDate, Long> days, StringBuilder page) {
        Map<String, Long> bars = grouped(days, 10);
        bars = bars.size() > MOST_BARS ? grouped(days, 7) : bars;
        bars = bars.size() > MOST_BARS ? grouped(days, 4) : bars;
        long most = bars.values().stream().max(Long::compare).orElse(1L);
        if (bars.size() > 1) {
            page.append('\n');
            bars.forEach((when, rows) -> page.append(
                            String.format(Locale.ROOT, "  %-" + LABEL + "s%6s  ", when, Words.number(rows)))
                    .append(styling.apply("fg(cyan)", "█".repeat((int) Math.max(1, rows * BAR / most))))
                    .append('\n'));
        }
    }

    private static Map<String, Long> grouped(SortedMap<LocalDate, Long> days, int digits) {
        Map<String, Long> bars = new TreeMap<>();
        days.forEach((day, rows) -> bars.merge(day.toString().substring(0, digits), rows, Long::sum));
        return bars;
    }

    /** One object: the profile, its rows as {@code search --format json} has them. */
    public static String json(SpeakerProfile profile) {
        ObjectNode root = MAPPER.createObjectNode().put("name", profile.name());
        root.put("first", profile.first().map(LocalDate::toString).orElse(null))
                .put("last", profile.last().map(LocalDate::toString).orElse(null))
                .put("total", profile.said().total())
                .put("figures", profile.figures());
        counts("aliases", profile.aliases(), root);
        counts("roles", profile.counts(Facets.By.ROLE), root);
        counts("affiliations", profile.counts(Facets.By.AFFILIATION), root);
        counts("sites", profile.counts(Facets.By.SITE), root);
        counts("kinds", profile.counts(Facets.By.KIND), root);
        counts("stances", profile.counts(Facets.By.STANCE), root);
        ArrayNode topics = root.putArray("topics");
        profile.topics()
                .forEach(topic -> topics.addObject()
                        .put("words", topic.words())
                        .put("inside", topic.inside())
                        .put("outside", topic.outside())
                        .put("score", Math.round(topic.score() * 100) / 100.0));
        aims("aims", profile.aims(), root);
        aims("aimedAt", profile.aimedAt(), root);
        counts("others", profile.others(), root);
        ArrayNode days = root.putArray("days");
        profile.days()
                .forEach((day, rows) ->
                        days.addObject().put("day", day.toString()).put("rows", rows));
        JsonNode hits = HitView.hits(profile.rows());
        root.set("hits", hits);
        return root + "\n";
    }

    private static void counts(String name, List<Facets.Count> counts, ObjectNode root) {
        ArrayNode values = root.putArray(name);
        counts.forEach(count -> values.addObject().put("value", count.value()).put("rows", count.rows()));
    }

    private static void aims(String name, List<Aim> aims, ObjectNode root) {
        ArrayNode values = root.putArray(name);
        aims.forEach(aim -> counts(
                "names",
                aim.names(),
                values.addObject().put("stance", aim.stance()).put("total", aim.total())));
    }

    /** The rows alone, as {@code search --format csv} has them. */
    public static String csv(SpeakerProfile profile) {
        return HitView.csv(profile.rows());
    }
}
