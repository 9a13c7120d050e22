package org.onrecord.harvest.page;

import java.time.LocalDate;
import java.util.List;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.onrecord.document.PublicationTime;

/** The day on a page that most looks like the day of publication: near the title, in a short line, in an element named so. */
final class VisibleDate {
    private static final Pattern DATE_NAMES = Pattern.compile(
            "(?:^|[\\W_]|(?<=\\p{Ll})(?=\\p{Lu}))(?i:date|dates|datum|time|timestamp|publi\\w*|posted|post-?meta|meta|byline|created|stand|fecha|data)(?=$|[\\W_]|\\p{Lu})");
    private static final Pattern OTHER_NAMES = Pattern.compile(
            "(?i)comment|related|sidebar|teaser|footer|recent|popular|widget|archive|calendar|event|kommentar|newsticker|breaking");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)publi|veröffentl|posted|erstellt|vom |stand:|datum|опублик|dodano|laatst|publicerad|date:|geschrieben|written");
    private static final Pattern CHANGED = Pattern.compile("(?i)updat|aktualis|modif|geändert|zuletzt|обновл");
    private static final Pattern COPYRIGHT = Pattern.compile("(?i)©|copyright|\\(c\\)");
    /** From which score there is little doubt; chosen on pages whose date is known. */
    static final double CLEAR = 4;

    private static final double TIME_ELEMENT = 1.5;
    private static final int SHORT = 90;
    private static final int LONG = 250;
    private static final int FAR = 15;
    private static final int NAMED = 3;

    private final Layout layout;
    private final WrittenDates written;
    /** The first time element in each element that has one. */
    private final Map<Element, Element> times = new HashMap<>();

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

    /** @param least score, such as {@link #CLEAR} */
    Optional<PublicationTime> find(double least) {
        double best = least;
        Optional<LocalDate> day = Optional.empty();
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            if ((best >= CLEAR && block.text().length() > LONG) || !hasNumber(block.text())) {
                continue;
            }
            Optional<Element> time = block.text().length() < SHORT
                    ? Optional.ofNullable(times.get(block.owner()))
                    : Optional.empty();
            List<WrittenDates.Found> found =
                    time.map(element -> written.in(element.attr("datetime"))).orElse(List.of());
            found = found.isEmpty() ? written.in(block.text()) : found;
            if (!found.isEmpty()) {
                double score = score(i) + (time.isPresent() ? TIME_ELEMENT : 0);
                if (score > best) {
                    best = score;
                    day = Optional.of(found.getFirst().day());
                }
            }
        }
        return day.map(PublicationTime::inferred);
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

    private double score(int index) {
        Block block = layout.blocks().get(index);
        String text = block.text();
        double score = text.length() < SHORT ? 2 : text.length() > LONG ? -2 : 0;
        int title = layout.titleBlock();
        if (title >= 0) {
            int distance = index - title;
            score += distance >= 0 ? 4 - 5.0 * Math.min(FAR, distance) / FAR : 2 - 5.0 * Math.min(FAR, -distance) / FAR;
        }
        Element element = block.owner();
        for (int out = 0; out < NAMED && element != null; out++, element = element.parent()) {
            String names = element.className() + " " + element.id();
            score += DATE_NAMES.matcher(names).find() ? 2.0 / (out + 1) : 0;
            score -= OTHER_NAMES.matcher(names).find() ? 1.5 : 0;
        }
        for (Element outer = block.owner(); outer != null; outer = outer.parent()) {
            String tag = outer.normalName();
            score -= tag.equals("footer") || tag.equals("nav") || tag.equals("aside") ? 2 : 0;
        }
        score += PUBLISHED.matcher(text.toLowerCase(Locale.ROOT)).find() ? 1.5 : 0;
        score -= CHANGED.matcher(text.toLowerCase(Locale.ROOT)).find() ? 0.5 : 0;
        score -= COPYRIGHT.matcher(text).find() ? 2 : 0;
        return score;
    }
}
