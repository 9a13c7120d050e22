package org.onrecord.document;

import java.util.List;
import java.util.Optional;

/** What the page says about the article. {@code byline} holds names, without "By". */
public record Metadata(
        Optional<String> url,
        Optional<String> site,
        Optional<String> title,
        List<String> byline,
        Optional<PublicationTime> published,
        Optional<PublicationTime> modified) {
    public static final Metadata NONE = new Metadata(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Metadata {
        byline = List.copyOf(byline);
    }

    public Metadata withUrl(String newUrl) {
        return new Metadata(Optional.of(newUrl), site, title, byline, published, modified);
    }

    public Metadata withTitle(String newTitle) {
        return new Metadata(url, site, Optional.of(newTitle), byline, published, modified);
    }
}
