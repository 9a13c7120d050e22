package org.onrecord.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.harvest.page.PageContents;
import org.onrecord.harvest.page.PageReader;

/** From a page to an article: headline first, then the blocks of the main text, one paragraph each, with a blank line between. */
final class HtmlArticles {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final int FEWEST_BODY_CHARACTERS = 120;
    private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.|\\[\\+\\d+ chars\\])$");
    private static final int LONGEST_CUT = 20;
    private static final int SHORT_OF_WHOLE = 1500;

    private final Languages languages;
    private final PageReader pages;

    HtmlArticles(Languages languages, PageReader pages) {
        this.languages = languages;
        this.pages = pages;
    }

    /** A text being put together with its zones. */
    private static final class Assembly {
        private final StringBuilder text = new StringBuilder();
        private final List<Zone> zones = new ArrayList<>();

        void add(String paragraph, Zone.Kind kind) {
            Span span = append(paragraph);
            zones.addAll(kind == Zone.Kind.BODY ? Zoning.body(span, paragraph) : List.of(new Zone(span, kind)));
        }

        private Span append(String paragraph) {
            text.append(text.isEmpty() ? "" : "\n\n");
            int start = text.length();
            text.append(paragraph);
            return new Span(start, text.length());
        }
    }

    Article read(String html, Optional<String> address) throws UnreadableException {
        PageContents page = pages.read(html, address);
        Metadata metadata = page.metadata();
        Assembly assembly = new Assembly();
        metadata.title().ifPresent(title -> assembly.add(title, Zone.Kind.HEADLINE));
        for (PageContents.Paragraph block : page.paragraphs()) {
            if (!repeats(block.text(), metadata.title())) {
                assembly.add(block.text(), kind(block));
            }
        }
        String text = assembly.text.toString();
        Articles.requireLength(text);
        int body = assembly.zones.stream()
                .filter(zone -> zone.kind() == Zone.Kind.BODY)
                .mapToInt(zone -> zone.span().length())
                .sum();
        if (body < FEWEST_BODY_CHARACTERS) {
            throw new UnreadableException(
                    "is not an article: only " + body
                            + " characters of running text were found on the page (an index page, an error page or an empty shell?)");
        }
        Article.Status status = page.paywalled() && body < SHORT_OF_WHOLE
                ? Article.Status.PAYWALLED
                : CUT.matcher(text.substring(Math.max(0, text.length() - LONGEST_CUT)))
                                .find()
                        ? Article.Status.TRUNCATED
                        : Article.Status.COMPLETE;
        return new Article(text, assembly.zones, metadata, languages.of(text), status);
    }

    private static boolean repeats(String block, Optional<String> title) {
        return title.filter(words -> words.equalsIgnoreCase(block)).isPresent();
    }

    private static Zone.Kind kind(PageContents.Paragraph block) {
        if (block.tag().equals("figcaption")) {
            return Zone.Kind.CAPTION;
        }
        if (HEADINGS.contains(block.tag())) {
            return Zone.Kind.FURNITURE;
        }
        return LineKind.of(block.text()).orElse(Zone.Kind.BODY);
    }
}
