package org.onrecord.harvest.listing;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** RSS of every version, and Atom. Document types are refused, so there are no entities to expand. */
final class Feeds {
    private Feeds() {}

    static Listing read(byte[] bytes, Optional<URI> base) throws MalformedException {
        SyndFeed feed = parse(bytes);
        Optional<URI> home =
                base.or(() -> Optional.ofNullable(feed.getLink()).flatMap(link -> Addresses.of(link, base)));
        List<Link> links = new ArrayList<>();
        int unusable = 0;
        for (SyndEntry entry : feed.getEntries()) {
            Optional<Link> link = link(entry, home);
            link.ifPresent(links::add);
            unusable += link.isPresent() ? 0 : 1;
        }
        return new Listing.Articles(links, unusable);
    }

    private static SyndFeed parse(byte[] bytes) throws MalformedException {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true, "UTF-8")) {
            return input.build(reader);
        } catch (FeedException | IOException e) {
            throw MalformedException.of("feed", e);
        } catch (RuntimeException e) {
            // The library reads every date, number and address of every module; some of them throw on nonsense.
            throw MalformedException.of("feed", e);
        }
    }

    private static Optional<Link> link(SyndEntry entry, Optional<URI> home) {
        return words(entry.getLink())
                .or(() -> words(entry.getUri()))
                .flatMap(link -> Addresses.of(link, home))
                .map(address -> new Link(
                        address,
                        words(entry.getTitle()).map(Feeds::withoutMarkup),
                        Optional.ofNullable(entry.getPublishedDate())
                                .or(() -> Optional.ofNullable(entry.getUpdatedDate()))
                                .map(Date::toInstant),
                        authors(entry),
                        content(entry)));
    }

    private static List<String> authors(SyndEntry entry) {
        List<String> names = entry.getAuthors().stream()
                .map(SyndPerson::getName)
                .flatMap(name -> words(name).stream())
                .toList();
        return names.isEmpty() ? words(entry.getAuthor()).stream().toList() : names;
    }

    /** What is given as the whole; a description is a teaser more often than not. */
    private static Optional<String> content(SyndEntry entry) {
        return entry.getContents().stream()
                .map(SyndContent::getValue)
                .flatMap(value -> words(value).stream())
                .findFirst();
    }

    private static String withoutMarkup(String title) {
        return title.indexOf('<') < 0 && title.indexOf('&') < 0
                ? title
                : Jsoup.parseBodyFragment(title).text();
    }

    private static Optional<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
