package org.onrecord.harvest.listing;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sitemaps, sitemap indexes and news sitemaps: newest first, what has no date last and as it stands. */
final class Sitemaps {
    private static final URI NOWHERE = URI.create("http://sitemap.invalid/sitemap.xml");

    private Sitemaps() {}

    static Listing read(byte[] bytes, Optional<URI> base) throws MalformedException {
        AbstractSiteMap parsed = parse(bytes, base.orElse(NOWHERE));
        if (parsed instanceof SiteMapIndex index) {
            return new Listing.Listings(
                    newestFirst(index.getSitemaps().stream(), map -> instant(map.getLastModified()))
                            .flatMap(map -> Addresses.of(map.getUrl().toString(), base).stream())
                            .toList(),
                    false);
        }
        if (parsed instanceof SiteMap map) {
            List<Link> links = map.getSiteMapUrls().stream()
                    .flatMap(url -> link(url, base).stream())
                    .toList();
            return new Listing.Articles(
                    newestFirst(links.stream(), Link::published).toList(),
                    map.getSiteMapUrls().size() - links.size());
        }
        throw new MalformedException("is a sitemap of a kind that is not known");
    }

    private static AbstractSiteMap parse(byte[] bytes, URI address) throws MalformedException {
        SiteMapParser parser = new SiteMapParser(false);
        parser.setAllowDocTypeDefinitions(false);
        parser.enableExtension(Extension.NEWS);
        try {
            URL place = address.toURL();
            return parser.parseSiteMap("text/xml", bytes, place);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("http and https are known to Java", e);
        } catch (UnknownFormatException | IOException e) {
            throw MalformedException.of("sitemap", e);
        } catch (RuntimeException e) {
            throw MalformedException.of("sitemap", e); // of the library, on nonsense in a date or an address
        }
    }

    private static Optional<Link> link(SiteMapURL url, Optional<URI> base) {
        Optional<NewsAttributes> news = news(url);
        return Addresses.of(url.getUrl().toString(), base)
                .filter(address -> !address.getHost().equals(NOWHERE.getHost()))
                .map(address -> new Link(
                        address,
                        news.flatMap(said -> Optional.ofNullable(said.getTitle())),
                        news.flatMap(said -> Optional.ofNullable(said.getPublicationDateTime()))
                                .map(ZonedDateTime::toInstant)
                                .or(() -> instant(url.getLastModified())),
                        List.of(),
                        Optional.empty()));
    }

    private static Optional<NewsAttributes> news(SiteMapURL url) {
        ExtensionMetadata[] said = url.getAttributesForExtension(Extension.NEWS);
        return said != null && said.length > 0 && said[0] instanceof NewsAttributes news
                ? Optional.of(news)
                : Optional.empty();
    }

    @SuppressWarnings("JavaUtilDate") // the library's
    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    /** Stable: what is equally old stays as it was. */
    private static <T> Stream<T> newestFirst(Stream<T> items, Function<T, Optional<Instant>> date) {
        return items.sorted(Comparator.comparing((T item) -> date.apply(item).orElse(Instant.MIN))
                .reversed());
    }
}
