package org.onrecord.harvest.listing;

import com.rometools.opml.feed.opml.Opml;
import com.rometools.opml.feed.opml.Outline;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OPML: the lists of feeds that readers export. */
final class Opmls {
    private static final int DEEPEST = 50;

    private Opmls() {}

    static Listing read(byte[] bytes, Optional<URI> base) throws MalformedException {
        Set<URI> feeds = new LinkedHashSet<>();
        collect(parse(bytes).getOutlines(), base, feeds, 0);
        return new Listing.Listings(List.copyOf(feeds), true);
    }

    private static void collect(List<Outline> outlines, Optional<URI> base, Set<URI> feeds, int depth) {
        for (Outline outline : outlines) {
            Optional.ofNullable(outline.getXmlUrl())
                    .flatMap(link -> Addresses.of(link, base))
                    .ifPresent(feeds::add);
            if (depth < DEEPEST) {
                collect(outline.getChildren(), base, feeds, depth + 1);
            }
        }
    }

    private static Opml parse(byte[] bytes) throws MalformedException {
        WireFeedInput input = new WireFeedInput();
        input.setAllowDoctypes(false);
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true, "UTF-8")) {
            WireFeed feed = input.build(reader);
            if (feed instanceof Opml opml) {
                return opml;
            }
            throw new MalformedException("is no readable list of feeds (OPML)");
        } catch (FeedException | IOException e) {
            throw MalformedException.of("list of feeds (OPML)", e);
        } catch (RuntimeException e) {
            throw MalformedException.of("list of feeds (OPML)", e); // of the library, on nonsense in an attribute
        }
    }
}
