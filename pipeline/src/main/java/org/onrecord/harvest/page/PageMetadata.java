package org.onrecord.harvest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.onrecord.document.Metadata;

/** What a page says about its article: JSON-LD first, then the meta elements, then the visible marks. */
final class PageMetadata {
    private final Document page;
    private final Marked marked;
    private final Metas metas;
    private final LinkedData linked;
    private final Layout layout;
    private final PageDates dates;

    PageMetadata(Document page, Marked marked, Metas metas, LinkedData linked, Layout layout, PageDates dates) {
        this.page = page;
        this.marked = marked;
        this.metas = metas;
        this.linked = linked;
        this.layout = layout;
        this.dates = dates;
    }

    /** @param address from which the page came, where it is known */
    Metadata read(Optional<String> address) {
        Optional<String> url =
                marked.canonical().or(() -> metas.first("og:url")).or(() -> text(linked, "url"));
        return new Metadata(
                url,
                metas.first("og:site_name", "application-name")
                        .or(() -> linked.articles()
                                .map(node -> node.path("publisher").path("name").asText(""))
                                .filter(name -> !name.isBlank())
                                .findFirst()),
                new PageTitle(page, marked, metas, linked, layout).find(),
                new PageAuthors(page, marked, metas, linked).find(),
                dates.published(address.or(() -> url)),
                dates.modified());
    }

    /** Of the outermost article: those within are others, such as the posts of a live blog. */
    private static Optional<String> text(LinkedData linked, String key) {
        return linked.articles()
                .limit(1)
                .map(node -> node.path(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** Whether the page itself says that the text is not free. */
    static boolean isPaywalled(LinkedData linked) {
        return linked.things()
                .map(node -> node.path("isAccessibleForFree").asText("true"))
                .anyMatch(free -> free.equalsIgnoreCase("false"));
    }
}
