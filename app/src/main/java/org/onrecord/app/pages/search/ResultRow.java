package org.onrecord.app.pages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.view.HitView;
import org.onrecord.app.view.Words;
import org.onrecord.document.Claim;
import org.onrecord.document.Span;
import org.onrecord.search.Hit;
import org.onrecord.search.Row;

/**
 * One finding as a list shows it.
 *
 * @param kind "quotation", "claim", "figure" or "article"
 * @param speaker who said it, or according to whom
 * @param described role and affiliation
 * @param verb what the speaker does with it, where that is more than to say; empty otherwise
 * @param count of a figure; empty for all else
 * @param before words of the article before the finding, and {@code after}
 * @param link to the finding in its article
 * @param place site and date
 * @param copies the same finding elsewhere
 */
public record ResultRow(
        String kind,
        Optional<Name> speaker,
        String described,
        String verb,
        String count,
        String before,
        List<Piece> pieces,
        String after,
        String link,
        String title,
        String place,
        List<Copy> copies) {
    /** A name that leads to the page of the speaker. */
    public record Name(String name, String link) {
        static Name of(String name) {
            return new Name(Words.oneLine(name), Links.speaker(name));
        }
    }

    /** Words of the finding; {@code match} where they are of the query. */
    public record Piece(String words, boolean match) {}

    /** Another place of the finding. */
    public record Copy(String link, String place) {}

    /** So much of the words around a finding is shown. */
    private static final int AROUND = 160;

    private static final String MARKS = "\"'“”‘’„«»‹›`";

    public ResultRow {
        pieces = List.copyOf(pieces);
        copies = List.copyOf(copies);
    }

    public boolean isQuote() {
        return kind.equals("quotation");
    }

    /** Whether quotation marks must be added, since those of the article are not among the words around. */
    public boolean isBare() {
        return isQuote() && (before.isEmpty() || MARKS.indexOf(before.charAt(before.length() - 1)) < 0);
    }

    public boolean isFigure() {
        return kind.equals("figure");
    }

    public static ResultRow of(Row row) {
        Hit hit = row.hit();
        boolean article = hit.type() == Hit.Type.ARTICLE;
        Optional<Hit.Said> said = hit.said();
        String described = said.map(who -> Words.described(who.role(), who.affiliation()))
                .filter(words ->
                        said.filter(who -> who.speaker().startsWith(words)).isEmpty())
                .orElse("");
        return new ResultRow(
                kind(hit.type()),
                said.map(who -> Name.of(who.speaker()))
                        .or(() -> hit.figure().flatMap(Hit.Figure::source).map(Name::of)),
                Words.oneLine(described),
                said.flatMap(Hit.Said::stance).map(ResultRow::verb).orElse(""),
                hit.figure()
                        .map(figure -> count(figure, hit) + " " + figure.outcome())
                        .orElse(""),
                article ? "" : before(hit),
                article ? List.of(new Piece(hit.context(), false)) : pieces(hit),
                article ? "" : after(hit),
                article ? Links.article(hit.article()) : Links.finding(hit.article(), hit.id()),
                hit.title().map(Words::oneLine).orElseGet(hit::origin),
                place(hit) + (hit.isEnglish() ? "" : " · " + hit.language() + ", not read for findings"),
                row.copies().stream()
                        .map(copy -> new Copy(Links.finding(copy.article(), copy.id()), place(copy)))
                        .toList());
    }

    /** Words such as "hundreds" stay words. */
    private static String count(Hit.Figure figure, Hit hit) {
        return figure.exactness().equals("vague") ? Words.oneLine(hit.text()) : HitView.count(figure);
    }

    private static String kind(Hit.Type type) {
        return switch (type) {
            case QUOTE -> "quotation";
            case CLAIM -> "claim";
            case FIGURE -> "figure";
            case ARTICLE -> "article";
        };
    }

    private static String verb(String stance) {
        for (Claim.Stance each : Claim.Stance.values()) {
            if (each.name().equalsIgnoreCase(stance) && each != Claim.Stance.ASSERT) {
                return Phrases.stance(each);
            }
        }
        return "";
    }

    private static String place(Hit hit) {
        String site = hit.site().map(Words::oneLine).orElseGet(hit::origin);
        return site + hit.published().map(time -> ", " + Phrases.time(time)).orElse("");
    }

    private static String before(Hit hit) {
        String words = hit.context().substring(0, hit.found().start());
        int from = Math.max(0, words.length() - AROUND);
        int blank = from == 0 ? 0 : words.indexOf(' ', from) + 1;
        return (blank > 0 ? "… " : "") + words.substring(blank);
    }

    private static String after(Hit hit) {
        String words = hit.context().substring(hit.found().end());
        if (words.length() <= AROUND) {
            return words;
        }
        int blank = words.lastIndexOf(' ', AROUND);
        return words.substring(0, blank > 0 ? blank : AROUND) + " …";
    }

    private static List<Piece> pieces(Hit hit) {
        List<Piece> pieces = new ArrayList<>();
        int at = hit.found().start();
        for (Span match : hit.matches()) {
            if (match.start() > at) {
                pieces.add(new Piece(hit.context().substring(at, match.start()), false));
            }
            pieces.add(new Piece(match.of(hit.context()), true));
            at = match.end();
        }
        if (at < hit.found().end()) {
            pieces.add(new Piece(hit.context().substring(at, hit.found().end()), false));
        }
        return pieces;
    }
}
