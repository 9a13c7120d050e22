package org.onrecord.eval.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.eval.Comparison.Difference;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Gold;

/** What each line of the article is for; and datelines, which are part of a line. */
final class Zones {
    private Zones() {}

    static void score(Gold gold, Document found, Result.Sheet sheet) {
        Article right = gold.document().article();
        String text = right.text();
        for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                int last = start + line.stripTrailing().length() - 1;
                score(new Span(last, last + 1), new Span(start, last + 1), right, found.article(), sheet);
            }
            if (text.indexOf('\n', start) < 0) {
                break;
            }
        }
        for (Zone zone : right.zones()) {
            if (zone.kind() == Zone.Kind.DATELINE) {
                boolean same = found.article().zones().contains(zone);
                sheet.count(Metric.f1("dateline"), same ? Score.HIT : Score.MISS);
            }
        }
        for (Zone zone : found.article().zones()) {
            if (zone.kind() == Zone.Kind.DATELINE && !right.zones().contains(zone)) {
                sheet.count(Metric.f1("dateline"), Score.SPURIOUS);
            }
        }
    }

    /** By the zone of its last character: a line that begins with a dateline is a line of the body. */
    private static void score(Span last, Span line, Article right, Article ours, Result.Sheet sheet) {
        String gold = kind(right, last);
        String mine = kind(ours, last);
        sheet.count(Metric.accuracy("zone"), gold.equals(mine) ? Score.HIT : Score.MISS);
        if (gold.equals(mine)) {
            sheet.count(Metric.f1("zone, " + gold), Score.HIT);
        } else {
            sheet.count(Metric.f1("zone, " + gold), Score.MISS);
            sheet.count(Metric.f1("zone, " + mine), Score.SPURIOUS);
            Part part = new Part("zone", Extent.of(line));
            sheet.compare(
                    "zone",
                    Optional.of(new Item(List.of(part), gold)),
                    Optional.of(new Item(List.of(part), mine)),
                    List.of(new Difference("zone", gold, mine)));
        }
    }

    private static String kind(Article article, Span place) {
        return article.zones().stream()
                .filter(zone -> zone.span().overlaps(place))
                .map(zone -> zone.kind().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("none");
    }
}
