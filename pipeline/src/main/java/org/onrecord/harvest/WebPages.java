package org.onrecord.harvest;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;
import org.onrecord.harvest.fetch.ContentType;
import org.onrecord.harvest.fetch.Fetched;
import org.onrecord.harvest.fetch.Gunzip;
import org.onrecord.harvest.fetch.WebAddress;
import org.onrecord.harvest.listing.Form;
import org.onrecord.harvest.listing.Link;
import org.onrecord.harvest.page.Signposts;

/** From what was fetched to articles. */
final class WebPages {
    /** As large as a sitemap may be, by its standard. */
    static final int LARGEST_UNPACKED = 50 * 1024 * 1024;

    private final Articles articles;

    WebPages(Articles articles) {
        this.articles = articles;
    }

    /** What an address gave, unpacked if it is a packed file. */
    static byte[] bytes(Fetched.Page page) throws UnreadableException {
        try {
            return Gunzip.isPacked(page.body()) ? Gunzip.unpack(page.body(), LARGEST_UNPACKED) : page.body();
        } catch (Gunzip.TooLargeException e) {
            throw new UnreadableException("is larger than 50 MiB when unpacked, which no article or sitemap is");
        } catch (IOException e) {
            throw new UnreadableException("cannot be read: its gzip data is damaged: " + e.getMessage());
        }
    }

    /** What a link leads to. What the page does not say of its article, the listing may. */
    List<Portion> read(Fetched.Page page, Link link) throws UnreadableException {
        byte[] bytes = bytes(page);
        if (Form.of(bytes).isPresent()) {
            throw new UnreadableException(
                    "is a feed or sitemap where an article was expected: give its own address to read it");
        }
        return portions(bytes, page.type(), page.address()).stream()
                .map(portion -> portion.whole(article -> completed(article, link)))
                .toList();
    }

    private List<Portion> portions(byte[] bytes, ContentType type, URI address) throws UnreadableException {
        if (bytes.length > Decoder.LARGEST_BYTES) {
            throw new UnreadableException("is larger than 20 MiB, which no article is");
        }
        if (type.isHtml()) {
            return articles.onPage(bytes, type.charset(), Optional.of(address));
        }
        String text = Decoder.decode(bytes, type.charset());
        if (Decoder.looksLikeMarkup(text)) {
            return articles.onPage(text, Optional.of(address));
        }
        Article article = articles.ofText(text);
        return List.of(Portion.whole(Canonical.with(article, article.metadata().withUrl(address.toString()))));
    }

    /**
     * The feed to be read in place of a page: of those that it names the one below its own address, else the first.
     *
     * @param unreadable whether the page holds no article; of others only those that say so, and front pages, have a feed
     */
    Optional<URI> feed(Fetched.Page page, boolean unreadable) {
        String markup;
        try {
            markup = Decoder.decode(bytes(page), page.type().charset());
        } catch (UnreadableException e) {
            return Optional.empty();
        }
        boolean front = Canonical.isFrontPage(page.address());
        if (!Decoder.looksLikeMarkup(markup)) {
            return Optional.empty();
        }
        Signposts signs = Signposts.of(markup);
        if (!unreadable && (signs.article() || !(front || signs.collection()))) {
            return Optional.empty();
        }
        List<URI> feeds = signs.feeds().stream()
                .flatMap(feed -> WebAddress.resolve(page.address(), feed).stream())
                .filter(feed -> !feed.equals(page.address()))
                .toList();
        String below = page.address().getRawPath().replaceFirst("/?$", "/");
        return feeds.stream()
                .filter(feed -> !front
                        && feed.getHost().equals(page.address().getHost())
                        && feed.getRawPath().startsWith(below))
                .findFirst()
                .or(() -> feeds.stream().findFirst());
    }

    /** The article as the listing itself carries it; empty where it does not, or only a teaser. */
    Optional<Article> carried(Link link) {
        return link.content().flatMap(content -> {
            String title = Entities.escape(link.title().orElse(""));
            try {
                Article article = articles.ofPage(
                        "<html><head><title>" + title + "</title></head><body><article>" + content
                                + "</article></body></html>",
                        Optional.of(link.address()));
                return article.status() == Article.Status.COMPLETE
                        ? Optional.of(completed(article, link))
                        : Optional.empty();
            } catch (UnreadableException e) {
                return Optional.empty();
            }
        });
    }

    private static Article completed(Article article, Link link) {
        Metadata own = article.metadata();
        List<String> byline = own.byline().isEmpty() ? link.authors() : own.byline();
        return Canonical.with(
                article,
                new Metadata(
                        own.url(),
                        own.site(),
                        own.title().or(link::title),
                        byline,
                        own.published().or(() -> link.published().map(WebPages::time)),
                        own.modified()));
    }

    private static PublicationTime time(Instant instant) {
        return new PublicationTime(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                .withZone(ZoneOffset.UTC)
                .format(instant.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** An address of a command line. */
    static URI address(String argument) {
        return WebAddress.parse(argument)
                .orElseThrow(() -> new SourceException(argument + ": not a web address: check its spelling"));
    }
}
