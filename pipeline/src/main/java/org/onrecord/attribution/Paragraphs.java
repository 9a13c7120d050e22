package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/**
 * The parts of an article in which source, cue and content are looked for together: its paragraphs, and where one leads up
 * to the quotation in the next ("The minister said:") or signs the quotation before it ("— Mira Okafor"), both as one.
 */
public final class Paragraphs {
    private static final String MARKS = "[\"“”„‟‘’«»'`]";
    private static final Pattern LEADS_UP = Pattern.compile(":\\s*$");
    private static final Pattern OPENS = Pattern.compile("^\\s*" + MARKS);
    private static final Pattern CLOSES = Pattern.compile(MARKS + "\\s*$");
    private static final Pattern SIGNS = Pattern.compile("^\\s*(?:[—–―]|--?)\\s*\\p{Lu}[^\\n.!?]{1,80}\\.?\\s*$");

    private Paragraphs() {}

    /** The parts in text order. */
    public static List<Span> of(Article article) {
        List<Span> parts = new ArrayList<>();
        boolean joins = false;
        for (Zone zone : article.zones()) {
            if (!zone.kind().isProse()) {
                joins = false;
                continue;
            }
            if (joins
                    && together(parts.getLast().of(article.text()), zone.span().of(article.text()))) {
                parts.set(parts.size() - 1, Span.covering(parts.getLast(), zone.span()));
            } else {
                parts.add(zone.span());
            }
            joins = zone.kind() == Zone.Kind.BODY;
        }
        return parts;
    }

    private static boolean together(String before, String after) {
        boolean leads = LEADS_UP.matcher(before).find() && OPENS.matcher(after).find();
        boolean signs = CLOSES.matcher(before).find() && SIGNS.matcher(after).find();
        return leads || signs;
    }
}
