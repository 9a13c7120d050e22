package org.onrecord.harvest.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.document.PublicationTime;

/** The day on a page that most looks like the day of publication: near the title, in a short line, in an element named so. */
final class VisibleDate {
    private static final Pattern DATE_NAMES = Pattern.compile(
            "(?:^|[\\W_]|(?<=\\p{Ll})(?=\\p{Lu}))(?i:date|dates|datum|time|timestamp|publi\\w*|posted|post-?meta|meta|byline|created|stand|fecha|data)(?=$|[\\W_]|\\p{Lu})");
    private static final Pattern OTHER_NAMES = Pattern.compile(
            "(?i)comment|related|sidebar|teaser|footer|recent|popular|widget|archive|caption|calendar|event|kommentar|newsticker|breaking");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)publi|veröffentl|posted|erstellt|(?:^|artikel |beitrag |meldung |bericht |mitteilung )vom |stand:|datum|опублик|dodano|laatst|publicerad|date:|geschrieben|written");
    /** What says of a day in or after it that the page was published or changed then. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)\\b(?:published|posted|stand:|veröffentlicht|publié|publicado|pubblicato|opublikowano|gepubliceerd|publicerad|опубликовано)");

    private static final Pattern CHANGED = Pattern.compile(
            "(?iu)updat|edited|\\bakt\\.|aktuali[sz]|modif|geändert|änderung|zuletzt|обновл|mis(?:e)? à jour|aggiorna|actualiza|atualiza|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|güncelle|frissít|оновлен");
    /** A time of day, which those who tell when they published add. */
    private static final Pattern TIME = Pattern.compile("(?<![\\d.:])(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?![\\d.])");

    private static final Pattern COMMENT = Pattern.compile("(?i)(?:^|[\\s_-])comments?(?=$|[\\s_-])");
    private static final Pattern BYLINE =
            Pattern.compile("^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Aa]f|[Dd]oor) \\p{Lu}");
    private static final Pattern UNIVERSAL = Pattern.compile("(?:Z|[+-]00:?00)$");
    private static final Pattern COPYRIGHT = Pattern.compile("(?i)©|copyright|\\(c\\)");
    /** From which score there is little doubt; chosen on pages whose date is known. */
    static final double CLEAR = 4;

    /** From which score it is rather the day of the article than one that its text speaks of. */
    static final double LIKELY = 3;

    private static final double TIME_ELEMENT = 1.5;
    private static final int SHORT = 90;
    private static final int LONG = 250;
    /** Characters from a label to its day. */
    private static final int REACH = 25;

    private static final int SENTENCE = 9;
    private static final int FAR = 15;
    private static final int NAMED = 3;

    private final Layout layout;
    private final WrittenDates written;
    /** The first time element in each element that has one. */
    private final Map<Element, Element> times = new HashMap<>();

    /** By class and id: many elements share them. */
    private final Map<String, Named> named = new HashMap<>();

    private @Nullable Scored ofLines;
    private @Nullable Scored ofTexts;

    VisibleDate(Layout layout, WrittenDates written, List<Element> times) {
        this.layout = layout;
        this.written = written;
        for (Element time : times) {
            Element outer = time;
            while (time.hasAttr("datetime") && outer != null && this.times.putIfAbsent(outer, time) == null) {
                outer = outer.parent();
            }
        }
    }

    /** @param least score, such as {@link #CLEAR}; where it is lower, long texts are looked at too */
    Optional<PublicationTime> find(double least) {
        if (ofLines == null) {
            ofLines = best(false);
        }
        Scored best = ofLines;
        if (least < CLEAR && best.score() < CLEAR) {
            if (ofTexts == null) {
                ofTexts = best(true);
            }
            best = ofTexts.score() > best.score() ? ofTexts : best;
        }
        return best.score() > least ? best.day().map(PublicationTime::inferred) : Optional.empty();
    }

    /** What the class and the id of an element say of the days in it. */
    private record Named(boolean date, boolean other, boolean comment) {
        static Named of(String names) {
            return new Named(
                    DATE_NAMES.matcher(names).find(),
                    OTHER_NAMES.matcher(names).find(),
                    COMMENT.matcher(names).find());
        }
    }

    /** A day and what there is to say for it. */
    private record Scored(double score, Optional<LocalDate> day) {}

    private Scored best(boolean isLong) {
        Scored best = new Scored(Double.NEGATIVE_INFINITY, Optional.empty());
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            if ((block.text().length() > LONG) != isLong || !hasNumber(block.text())) {
                continue;
            }
            Optional<Element> time =
                    block.text().length() < SHORT ? Optional.ofNullable(times.get(block.owner())) : Optional.empty();
            List<WrittenDates.Found> found = days(block, time);
            if (!found.isEmpty()) {
                double score = score(i) + (time.isPresent() ? TIME_ELEMENT : 0);
                if (score > best.score()) {
                    best = new Scored(score, Optional.of(found.getFirst().day()));
                }
            }
        }
        return best;
    }

    /** The day with most to say for it of those that are labelled as days of publication or change. */
    Optional<PublicationTime> labelled() {
        double best = Double.NEGATIVE_INFINITY;
        Optional<LocalDate> day = Optional.empty();
        for (int i = 0; i < layout.blocks().size(); i++) {
            String text = layout.blocks().get(i).text();
            if (text.length() <= LONG && hasNumber(text)) {
                int index = i;
                Optional<WrittenDates.Found> labelled = written.in(text).stream()
                        .filter(found -> isLabelled(text, found, index))
                        .findFirst();
                double score = labelled.isPresent() ? score(i) : Double.NEGATIVE_INFINITY;
                if (score > best) {
                    best = score;
                    day = labelled.map(WrittenDates.Found::day);
                }
            }
        }
        return day.map(PublicationTime::inferred);
    }

    private static boolean isLabel(String text) {
        return LABEL.matcher(text).find() || CHANGED.matcher(text).find();
    }

    private boolean isLabelled(String text, WrittenDates.Found found, int index) {
        return isLabel(text.substring(Math.max(0, found.start() - REACH), found.start())) || followsLabel(index);
    }

    private boolean followsLabel(int index) {
        String before = index == 0 ? "" : layout.blocks().get(index - 1).text();
        return before.length() < SHORT && before.endsWith(":") && isLabel(before);
    }

    /** Those of the time element; those of the text where that is a day off, as one in UTC may be. */
    private List<WrittenDates.Found> days(Block block, Optional<Element> time) {
        if (time.isEmpty()) {
            return written.in(block.text());
        }
        String stated = time.get().attr("datetime");
        List<WrittenDates.Found> ofElement = written.in(stated);
        List<WrittenDates.Found> ofText = written.in(block.text());
        boolean elsewhere = !ofElement.isEmpty()
                && !ofText.isEmpty()
                && UNIVERSAL.matcher(stated).find()
                && Math.abs(ChronoUnit.DAYS.between(
                                ofElement.getFirst().day(), ofText.getFirst().day()))
                        == 1;
        return ofElement.isEmpty() || elsewhere ? ofText : ofElement;
    }

    /** Two digits in a row, which every written day has; most blocks have none. */
    private static boolean hasNumber(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && Character.isDigit(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Running text tells the days of other things. */
    private static boolean isSentence(Block block) {
        return Spot.closing(block) == 2 && block.words().size() >= SENTENCE;
    }

    private double score(int index) {
        Block block = layout.blocks().get(index);
        String text = block.text();
        double score = text.length() < SHORT ? 2 : text.length() > LONG ? -2 : 0;
        int title = layout.titleBlock();
        if (title >= 0) {
            int distance = index - title;
            score += distance >= 0 ? 4 - 5.0 * Math.min(FAR, distance) / FAR : 3 - 5.0 * Math.min(FAR, -distance) / FAR;
        }
        boolean other = false;
        Element element = block.owner();
        for (int out = 0; out < NAMED && element != null; out++, element = element.parent()) {
            Named named = this.named.computeIfAbsent(element.className() + " " + element.id(), Named::of);
            score += named.date() ? 2.0 / (out + 1) : 0;
            score -= named.other() ? 1.5 : 0;
            score -= named.comment() ? 1 : 0;
            other |= named.other();
        }
        for (Element outer = block.owner(); outer != null; outer = outer.parent()) {
            String tag = outer.normalName();
            score -= tag.equals("footer") || tag.equals("nav") || tag.equals("aside") || tag.equals("blockquote")
                    ? 2
                    : 0;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        score += PUBLISHED.matcher(lower).find() ? 1.5 : 0;
        score -= CHANGED.matcher(lower).find() ? 1 : 0;
        score += BYLINE.matcher(text).find() ? 1 : 0;
        score -= COPYRIGHT.matcher(text).find() ? 2 : 0;
        score += !other && text.length() < SHORT && TIME.matcher(text).find() ? 1 : 0;
        score -= isSentence(block) ? 1.5 : 0;
        return score;
    }
}
