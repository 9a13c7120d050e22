package org.onrecord.app.pages.speaker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.app.pages.search.DayChart;
import org.onrecord.app.pages.search.ResultRow;
import org.onrecord.app.view.Words;
import org.onrecord.document.Claim;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;
import org.onrecord.search.SignificantTerm;
import org.onrecord.search.speaker.SpeakerAnswer;
import org.onrecord.search.speaker.SpeakerProfile;
import org.onrecord.search.speaker.Speakers;

/**
 * Everything one speaker said.
 *
 * @param spans from when to when; empty without dates
 * @param timeline when it was said, as a chart, and {@code days} as a table
 * @param all address of the search that finds all of it
 * @param figures address of the figures according to the speaker, with their number; empty for none
 * @param groups what is known beside the words: roles, topics, whom the speaker accuses, who denies
 * @param others whom the name may mean as well
 */
public record SpeakerPage(
        String name,
        long total,
        String spans,
        Optional<Drawing> timeline,
        List<Day> days,
        String all,
        Optional<Chip> figures,
        List<Group> groups,
        List<Chip> others,
        List<ResultRow> rows,
        Optional<String> previous,
        Optional<String> next) {
    public static final int ROWS = 20;

    /** How much was said on a day. */
    public record Day(String date, String link, long rows) {}

    /** Something that leads on, and how often it occurs. */
    public record Chip(String words, String link, long rows) {}

    /** Several of them under a heading. */
    public record Group(String heading, List<Chip> chips) {
        public Group {
            chips = List.copyOf(chips);
        }
    }

    public SpeakerPage {
        days = List.copyOf(days);
        groups = List.copyOf(groups);
        others = List.copyOf(others);
        rows = List.copyOf(rows);
    }

    /** The answer of an index about a name: this page, several to choose from, or nobody. */
    public sealed interface Answer {
        /** One speaker. */
        record One(SpeakerPage page) implements Answer {}

        /** A name that may mean several; none where it means nobody. */
        record Choice(String name, List<Chip> speakers) implements Answer {
            public Choice {
                speakers = List.copyOf(speakers);
            }
        }
    }

    /**
     * Looks a speaker up.
     *
     * @param page of the rows, from 1
     */
    public static Answer of(FindingSearch search, String name, int page) {
        int last = (Request.MOST - ROWS) / ROWS + 1;
        int number = Math.max(1, Math.min(page, last));
        Request request = Request.of("").page(ROWS, (number - 1) * ROWS).in(Request.Order.NEWEST);
        return switch (new Speakers(search).find(name, request)) {
            case SpeakerAnswer.Found found -> new Answer.One(of(found.profile(), number, number == last));
            case SpeakerAnswer.Several several ->
                new Answer.Choice(
                        name,
                        several.speakers().stream().map(SpeakerPage::speaker).toList());
            case SpeakerAnswer.Nobody nobody -> new Answer.Choice(name, List.of());
        };
    }

    private static SpeakerPage of(SpeakerProfile profile, int number, boolean last) {
        QueryTerms theirs = new QueryTerms(List.of(QueryTerms.term("by", profile.name())));
        String own = "/speaker?name=" + Links.encoded(profile.name()) + "&page=";
        return new SpeakerPage(
                Words.oneLine(profile.name()),
                profile.rows().total(),
                spans(profile),
                DayChart.of(profile.days(), theirs, DayChart.BROAD),
                days(profile.days(), theirs),
                Links.search(theirs.query()),
                profile.figures() == 0
                        ? Optional.empty()
                        : Optional.of(new Chip(
                                Phrases.counted(profile.figures(), "figure"),
                                Links.search(theirs.with("type:figure").query()),
                                profile.figures())),
                groups(profile, theirs),
                profile.others().stream().map(SpeakerPage::speaker).toList(),
                profile.rows().rows().stream().map(ResultRow::of).toList(),
                number > 1 ? Optional.of(own + (number - 1)) : Optional.empty(),
                !last && (long) number * ROWS < profile.rows().total()
                        ? Optional.of(own + (number + 1))
                        : Optional.empty());
    }

    private static String spans(SpeakerProfile profile) {
        return profile.first()
                .flatMap(first -> profile.last()
                        .map(end -> first.equals(end)
                                ? "on " + Phrases.day(first)
                                : "from " + Phrases.day(first) + " to " + Phrases.day(end)))
                .orElse("");
    }

    private static List<Day> days(Map<LocalDate, Long> days, QueryTerms theirs) {
        List<Day> rows = new ArrayList<>();
        days.forEach((day, count) -> rows.add(new Day(
                Phrases.day(day),
                Links.search(theirs.with("since:" + day).with("until:" + day).query()),
                count)));
        return rows;
    }

    private static List<Group> groups(SpeakerProfile profile, QueryTerms theirs) {
        List<Group> groups = new ArrayList<>();
        add("Spoken as", chips(profile.counts(Facets.By.ROLE), "speaker", theirs), groups);
        add("Speaking for", chips(profile.counts(Facets.By.AFFILIATION), "speaker", theirs), groups);
        add(
                "Talks about, more than others do",
                profile.topics().stream()
                        .map(SignificantTerm::words)
                        .map(term -> new Chip(
                                term,
                                Links.search(theirs.with(QueryTerms.term("said", term))
                                        .query()),
                                0))
                        .toList(),
                groups);
        profile.aims().forEach(aim -> add(towards(aim.stance()), chips(aim, "against", theirs), groups));
        profile.aimedAt()
                .forEach(aim -> add(
                        from(aim.stance()),
                        aim.names().stream().map(SpeakerPage::speaker).toList(),
                        groups));
        add(
                "Also called",
                profile.aliases().stream()
                        .filter(alias -> !alias.value().equals(profile.name()))
                        .map(alias -> new Chip(
                                Words.oneLine(alias.value()),
                                Links.search(QueryTerms.term("called", alias.value())),
                                alias.rows()))
                        .toList(),
                groups);
        add("Quoted by", chips(profile.counts(Facets.By.SITE), "site", theirs), groups);
        return groups;
    }

    private static String towards(String stance) {
        return switch (stance) {
            case "accuse" -> "Accuses";
            case "deny" -> "Denies what is said by";
            case "doubt" -> "Doubts";
            default -> capital(verb(stance)) + " something of";
        };
    }

    private static String from(String stance) {
        return switch (stance) {
            case "accuse" -> "Accused by";
            case "deny" -> "Denied by";
            case "doubt" -> "Doubted by";
            default -> "Something " + stance + "ed by";
        };
    }

    private static String verb(String stance) {
        return Phrases.stance(Claim.Stance.valueOf(stance.toUpperCase(Locale.ROOT)));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static void add(String heading, List<Chip> chips, List<Group> groups) {
        if (!chips.isEmpty()) {
            groups.add(new Group(heading, chips));
        }
    }

    private static List<Chip> chips(List<Facets.Count> counts, String field, QueryTerms theirs) {
        return counts.stream()
                .map(count -> new Chip(
                        Words.oneLine(count.value()),
                        Links.search(theirs.with(QueryTerms.term(field, count.value()))
                                .query()),
                        count.rows()))
                .toList();
    }

    private static List<Chip> chips(SpeakerProfile.Aim aim, String field, QueryTerms theirs) {
        return chips(aim.names(), field, theirs.with("stance:" + aim.stance()));
    }

    private static Chip speaker(Facets.Count count) {
        return new Chip(Words.oneLine(count.value()), Links.speaker(count.value()), count.rows());
    }
}
