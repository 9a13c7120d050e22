package org.onrecord.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.onrecord.harvest.listing.Form;

/** A feed, a sitemap or a list of them in a file. Its articles are fetched from the web. */
record ListingFile(Path path, Articles articles, Optional<Web> web) implements Source {
    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        try (InputStream in = Packed.unpacked(Files.newInputStream(path))) {
            byte[] bytes = in.readNBytes(WebPages.LARGEST_UNPACKED + 1);
            return items(name(), bytes, reached, articles, web);
        } catch (IOException e) {
            return Stream.of(new Harvested.Rejected(name(), SingleFile.trouble(e)));
        }
    }

    /** The items of a listing that was read from somewhere. */
    static Stream<Harvested> items(String name, byte[] bytes, Reached reached, Articles articles, Optional<Web> web) {
        Optional<Form> form = Form.of(bytes);
        if (bytes.length > WebPages.LARGEST_UNPACKED || form.isEmpty()) {
            return Stream.of(
                    new Harvested.Rejected(name, "is no feed and no sitemap, or larger than one may be (50 MiB)"));
        }
        return web.isPresent()
                ? new Crawl(web.get(), articles, reached.origins()).of(name, form.get(), bytes)
                : Stream.of(new Harvested.Rejected(name, "lists addresses, and nothing is fetched from the web here"));
    }

    @Override
    public Optional<String> key() {
        return FileKey.of(path);
    }

    @Override
    public boolean isFixed() {
        return false;
    }
}
