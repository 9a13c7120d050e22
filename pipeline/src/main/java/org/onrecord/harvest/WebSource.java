package org.onrecord.harvest;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An address: an article, or a feed or sitemap with articles. Which it is, its answer tells.
 *
 * @param met whether the same address was given before, which is the one that is read
 */
record WebSource(URI address, boolean met, Web web, Articles articles) implements Source {
    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        return met || reached.origins().contains(name())
                ? Stream.empty()
                : new Crawl(web, articles, reached.origins()).at(address);
    }

    @Override
    public Optional<String> key() {
        return Optional.of(name());
    }

    /** News come in at the top. */
    @Override
    public boolean isFixed() {
        return false;
    }
}
