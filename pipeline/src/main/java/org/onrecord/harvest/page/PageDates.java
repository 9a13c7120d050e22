package org.onrecord.harvest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.onrecord.document.PublicationTime;

/**
 * When an article was published and changed. What the page states for machines comes first: JSON-LD, meta elements,
 * microdata, time elements; then the day in its address; then the day that is written nearest to its title.
 */
final class PageDates {
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?:.*[._:-])?(?:pub(?:lish(?:ed)?|lication)?[_-]?(?:date|time|on)?|published[_-]?(?:time|date|at)|date[_-]?publi(?:shed|cation)|issued|date[._-]?issued|publishdate|pubdate|displaydate|release[_-]?date|article_date_original)");
    private static final Pattern VAGUE = Pattern.compile("(?:.*[._:-])?(?:date|datecreated|date[._-]?created|created)");
    private static final Pattern NO_DATE = Pattern.compile(".*(?:publisher|modified|updat|expir).*");
    private static final Pattern MODIFIED = Pattern.compile(
            "(?:.*[._:-])?(?:date[_-]?modified|modified(?:[_-]?(?:time|date))?|last[_-]?(?:modified|updated?)|date[_-]?updated?|updated(?:[_-]?time)?|revised)");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?<!\\d)(?<y>(?:19|20)\\d{2})(?:(?<s>[/_-])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\d)|(?<m2>[01]\\d)(?<d2>[0-3]\\d)(?!\\d))|/(?<d3>\\d{1,2})[-/](?<m3>\\d{1,2})[-/](?<y3>20\\d{2})(?!\\d)");
    /** An address that names another day so far off is right: templates carry old meta elements along. */
    private static final int FAR_OFF_DAYS = 60;

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH));

    /** How people depart from ISO 8601, and what they mean. */
    private record Correction(Pattern written, String meant) {
        String of(String time) {
            return written.matcher(time).replaceFirst(meant);
        }
    }

    private static final List<Correction> CORRECTIONS = List.of(
            new Correction(Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})[ t](?=\\d{2}:)"), "$1T"),
            new Correction(Pattern.compile("[.,]\\d+(?=Z|[+-]\\d|$)"), ""),
            new Correction(Pattern.compile("(T\\d{2}:\\d{2}(?::\\d{2})?) ?(?:UTC|GMT)$"), "$1Z"),
            new Correction(Pattern.compile("(T\\d{2}:\\d{2}(?::\\d{2})?) ([+-]\\d)"), "$1$2"),
            new Correction(Pattern.compile("([+-]\\d{2})(\\d{2})$"), "$1:$2"),
            new Correction(Pattern.compile("([+-]\\d{2})$"), "$1:00"),
            new Correction(Pattern.compile("(T\\d{2}:\\d{2}:)(\\d)(?!\\d)"), "$10$2"));
    /** Since 1970; in milliseconds too. */
    private static final Pattern SECONDS = Pattern.compile("1\\d{9}(?:\\d{3})?");
    /** A day without hyphens. */
    private static final Pattern DIGITS = Pattern.compile("(?:19|20)\\d{6}(?:T?\\d{4,6}.*)?");

    private final String title;
    private final Marked marked;
    private final Metas metas;
    private final LinkedData linked;
    private final WrittenDates written;
    private final VisibleDate visible;

    PageDates(Document page, Marked marked, Metas metas, LinkedData linked, Layout layout) {
        this.title = page.title();
        this.marked = marked;
        this.metas = metas;
        this.linked = linked;
        this.written = new WrittenDates(Optional.ofNullable(page.firstElementChild())
                .map(html -> html.attr("lang"))
                .filter(tag -> !tag.isBlank()));
        this.visible = new VisibleDate(layout, written, marked.times());
    }

    /**
     * The time of publication.
     *
     * @param address of the page, where it is known
     */
    Optional<PublicationTime> published(Optional<String> address) {
        Optional<PublicationTime> stated = stated();
        Optional<PublicationTime> named = address.flatMap(PageDates::inAddress);
        if (stated.isPresent()) {
            return Optional.of(atHome(stated.get(), named));
        }
        Optional<PublicationTime> clear = named.isPresent() ? clear() : titled().or(this::clear);
        return clear.filter(day ->
                        named.filter(other -> apart(day, other) > FAR_OFF_DAYS).isEmpty())
                .or(() -> named)
                .or(this::vaguelyStated)
                .or(() -> visible.find(VisibleDate.LIKELY).map(this::exact))
                .or(this::changed)
                .or(() -> visible.find(Double.NEGATIVE_INFINITY).map(this::exact))
                .or(this::described);
    }

    /**
     * The day where it was published: a time in UTC may fall on the day before or after, and templates carry old meta
     * elements along.
     */
    private PublicationTime atHome(PublicationTime stated, Optional<PublicationTime> named) {
        if (named.filter(day -> apart(stated, day) > FAR_OFF_DAYS).isPresent()) {
            return named.get();
        }
        boolean universal = stated.iso().endsWith("Z") || stated.iso().endsWith("00:00");
        return universal
                ? clear().filter(day -> apart(stated, day) <= 1)
                        .or(() -> named)
                        .filter(day -> apart(stated, day) == 1)
                        .orElse(stated)
                : stated;
    }

    /** The day of the last change, better than one that running text speaks of. */
    private Optional<PublicationTime> changed() {
        return visible.labelled()
                .or(this::modified)
                .map(time -> PublicationTime.inferred(time.day()))
                .map(this::exact);
    }

    /** The one day in what the browser shows as the title: some sites put the day of publication there. */
    private Optional<PublicationTime> titled() {
        return onlyDay(Stream.of(title));
    }

    /** The one day in the description of the page. */
    private Optional<PublicationTime> described() {
        return onlyDay(metas.where(name -> name.equals("description") || name.equals("og:description")));
    }

    private Optional<PublicationTime> onlyDay(Stream<String> texts) {
        List<LocalDate> days = texts.flatMap(text -> written.in(text).stream())
                .map(WrittenDates.Found::day)
                .distinct()
                .toList();
        return days.size() == 1 ? Optional.of(PublicationTime.inferred(days.getFirst())) : Optional.empty();
    }

    private Optional<PublicationTime> clear() {
        return visible.find(VisibleDate.CLEAR).map(this::exact);
    }

    private static long apart(PublicationTime one, PublicationTime other) {
        return Math.abs(ChronoUnit.DAYS.between(one.day(), other.day()));
    }

    Optional<PublicationTime> modified() {
        return fromLinked("dateModified")
                .or(() -> first(metas.where(name -> MODIFIED.matcher(name).matches())))
                .or(() -> first(marked.properties("dateModified").map(PageDates::value)));
    }

    /** In a meta element that other pages use for the day on which they were made or changed. */
    private Optional<PublicationTime> vaguelyStated() {
        return first(metas.where(name -> VAGUE.matcher(name).matches())).or(() -> fromLinked("uploadDate"));
    }

    private Optional<PublicationTime> stated() {
        return linkedOrMeta()
                .or(() -> first(Stream.of("datePublished", "dc:date", "dc:created", "published")
                        .flatMap(marked::properties)
                        .map(PageDates::value)))
                .or(this::ofTimes)
                .or(() -> fromLinked("dateCreated"));
    }

    /** JSON-LD, unless a meta element and the day that readers see agree on another day. */
    private Optional<PublicationTime> linkedOrMeta() {
        Optional<PublicationTime> published = fromLinked("datePublished");
        Optional<PublicationTime> meta = first(metas.where(name ->
                PUBLISHED.matcher(name).matches() && !NO_DATE.matcher(name).matches()));
        boolean outvoted = published.isPresent()
                && meta.filter(other -> apart(other, published.get()) > 0)
                        .flatMap(other -> clear().filter(day -> apart(day, other) == 0))
                        .isPresent();
        return outvoted ? meta : published.or(() -> meta);
    }

    /** Time elements that say that it is the time of publication: where they name several days, they are those of other articles. */
    private Optional<PublicationTime> ofTimes() {
        List<PublicationTime> times = marked.times().stream()
                .filter(time -> time.hasAttr("pubdate") || time.hasClass("published") || time.hasClass("entry-date"))
                .flatMap(time -> read(value(time)).stream())
                .toList();
        boolean agree = times.stream().map(PublicationTime::day).distinct().count() == 1;
        return agree ? Optional.of(times.getFirst()) : Optional.empty();
    }

    private Optional<PublicationTime> fromLinked(String key) {
        return first(Stream.concat(linked.articles(), linked.things())
                .map(node -> node.path(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText));
    }

    /** With its time of day, if a time element of that day has it. */
    private PublicationTime exact(PublicationTime day) {
        return marked.times().stream()
                .filter(time -> time.hasAttr("datetime"))
                .flatMap(time -> read(time.attr("datetime")).stream())
                .filter(time -> time.day().equals(day.day())
                        && time.iso().length() > day.iso().length())
                .findFirst()
                .orElse(day);
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "datetime", "title")) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }

    private Optional<PublicationTime> first(Stream<String> values) {
        return values.flatMap(value -> read(value).stream()).findFirst();
    }

    /** A time as a page states it for machines; ISO 8601 mostly, but pages are written by people. */
    Optional<PublicationTime> read(String value) {
        String text = value.strip();
        String iso = text;
        for (Correction correction : CORRECTIONS) {
            iso = correction.of(iso);
        }
        Optional<PublicationTime> time = time(iso).filter(found -> isPlausible(found.day()));
        if (time.isPresent()) {
            return time;
        }
        if (SECONDS.matcher(text).matches()) {
            return time(java.time.Instant.ofEpochSecond(Long.parseLong(text.substring(0, 10)))
                    .toString());
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                OffsetDateTime found = form.parse(text, ZonedDateTime::from).toOffsetDateTime();
                return time(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(found.truncatedTo(ChronoUnit.SECONDS)));
            } catch (DateTimeException e) {
                // It is written in another of the forms, or in none.
            }
        }
        if (DIGITS.matcher(text).matches()) {
            return time(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8));
        }
        return written.in(text).stream()
                .findFirst()
                .map(found -> new PublicationTime(found.day().toString()));
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 1990 && day.getYear() < 2100;
    }

    private static Optional<PublicationTime> time(String iso) {
        try {
            return Optional.of(new PublicationTime(iso));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PublicationTime> inAddress(String address) {
        Matcher matcher =
                IN_ADDRESS.matcher(address.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", ""));
        while (matcher.find()) {
            String year = matcher.group("y") == null ? matcher.group("y3") : matcher.group("y");
            String month = Stream.of("m", "m2", "m3")
                    .map(matcher::group)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("0");
            String day = Stream.of("d", "d2", "d3")
                    .map(matcher::group)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("0");
            try {
                LocalDate found = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
                if (isPlausible(found)) {
                    return Optional.of(PublicationTime.inferred(found));
                }
            } catch (DateTimeException e) {
                // A number in the address that is no day.
            }
        }
        return Optional.empty();
    }
}
