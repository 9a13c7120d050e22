package org.onrecord.harvest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Standard input: whatever it turns out to be once its first bytes are there. */
record Piped(InputStream in, Articles articles, Optional<Web> web) implements Source {
    private static final String NAME = "<stdin>";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        try {
            return switch (Sniffed.of(Packed.head(buffered))) {
                case WARC -> new Warc(NAME, () -> buffered, Optional.empty(), articles).items(reached);
                case JSON_LINES -> new Lines(NAME, () -> buffered, Optional.empty(), articles).items(reached);
                case LISTING ->
                    ListingFile.items(
                            NAME,
                            Packed.unpacked(buffered).readNBytes(WebPages.LARGEST_UNPACKED + 1),
                            reached,
                            articles,
                            web);
                case ARTICLE -> Stream.of(article(buffered));
            };
        } catch (IOException e) {
            return Stream.of(new Harvested.Rejected(NAME, SingleFile.trouble(e)));
        }
    }

    private Harvested article(InputStream buffered) throws IOException {
        try {
            return Portion.harvested(
                    NAME, articles.onEither(Decoder.decode(Packed.unpacked(buffered))), Optional.empty());
        } catch (UnreadableException e) {
            return new Harvested.Rejected(NAME, e.reason());
        }
    }
}
