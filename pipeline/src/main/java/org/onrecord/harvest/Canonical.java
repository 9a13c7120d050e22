package org.onrecord.harvest;

import java.net.URI;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.harvest.fetch.WebAddress;

/** The URL of an article whose page came from a known address. */
final class Canonical {
    private Canonical() {}

    /** With the URL that the page states, made absolute; with the address where it states none that is of use. */
    static Metadata placed(Metadata metadata, URI address) {
        URI url = metadata.url()
                .flatMap(stated -> WebAddress.resolve(address, stated))
                .filter(stated -> !isFrontPage(stated) || isFrontPage(address))
                .orElse(address);
        return metadata.withUrl(url.toString());
    }

    /** Some sites state their front page on every page: all their articles would be one. */
    static boolean isFrontPage(URI address) {
        return address.getRawPath().equals("/") && address.getRawQuery() == null;
    }

    static Article with(Article article, Metadata metadata) {
        return new Article(article.text(), article.zones(), metadata, article.language(), article.status());
    }

    /** Only what is a web address. */
    static Optional<URI> address(Optional<String> text) {
        return text.flatMap(WebAddress::parse);
    }
}
