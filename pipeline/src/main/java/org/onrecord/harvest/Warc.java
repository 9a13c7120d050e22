package org.onrecord.harvest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.onrecord.harvest.fetch.ContentType;
import org.onrecord.harvest.fetch.WebAddress;

/**
 * A web archive: its good answers (status 2xx) that are HTML, one article each, read one by one. All other records are
 * passed over, as archives are full of pictures and scripts. Where the file breaks off, one last item says so.
 *
 * @param key of the file, if it is one
 */
record Warc(String name, Lines.Opener opener, Optional<String> key, Articles articles) implements Source {
    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        InputStream in;
        try {
            in = opener.open();
        } catch (IOException e) {
            return Stream.of(new Harvested.Rejected(name, SingleFile.trouble(e)));
        }
        try {
            WarcReader reader = new WarcReader(in);
            reader.setLenient(true);
            return new Items(reader, reached.items()).stream().onClose(() -> close(reader));
        } catch (IOException | RuntimeException e) {
            return Stream.of((Harvested) broken(0, e)).onClose(() -> close(in));
        }
    }

    private final class Items extends Lazily<Harvested> {
        private final WarcReader reader;
        private long toSkip;
        private boolean ended;

        Items(WarcReader reader, long toSkip) {
            this.reader = reader;
            this.toSkip = toSkip;
        }

        @Override
        Optional<Harvested> advance() {
            while (!ended) {
                Optional<WarcRecord> record;
                try {
                    record = reader.next();
                } catch (IOException | RuntimeException e) {
                    ended = true;
                    return Optional.of(broken(reader.position(), e));
                }
                ended = record.isEmpty();
                Optional<Harvested> item = record.flatMap(this::itemOrWhyNot);
                if (item.isPresent()) {
                    return item;
                }
            }
            return Optional.empty();
        }

        /** One damaged answer does not end the archive. If it is the file that breaks off, the next record will say so. */
        private Optional<Harvested> itemOrWhyNot(WarcRecord record) {
            try {
                return item(record);
            } catch (IOException | RuntimeException e) {
                if (toSkip > 0) {
                    toSkip--;
                    return Optional.empty();
                }
                String target = record.headers().first("WARC-Target-URI").orElse("byte " + record.position());
                String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                return Optional.of(new Harvested.Rejected(
                        name + ":" + target, "cannot be read: its record is damaged or cut off: " + said));
            }
        }

        private Optional<Harvested> item(WarcRecord record) throws IOException {
            if (!(record instanceof WarcResponse response) || !isHttp(response)) {
                return Optional.empty();
            }
            HttpResponse http = response.http();
            ContentType type = ContentType.of(http.headers().first("Content-Type"));
            if (http.status() < 200 || http.status() > 299 || !type.isHtml()) {
                return Optional.empty();
            }
            if (toSkip > 0) {
                toSkip--;
                return Optional.empty();
            }
            return Optional.of(page(response, http, type));
        }
    }

    private static boolean isHttp(WarcResponse response) {
        return response.headers()
                        .first("Content-Type")
                        .filter(type -> type.startsWith("application/http"))
                        .isPresent()
                && response.headers().first("WARC-Target-URI").isPresent();
    }

    private Harvested page(WarcResponse response, HttpResponse http, ContentType type) throws IOException {
        // Some tools wrote the address in angle brackets.
        String target = response.target().replaceAll("^<|>$", "");
        String origin = name + ":" + target;
        byte[] page = body(http);
        try {
            if (page.length > Decoder.LARGEST_BYTES) {
                throw new UnreadableException("is larger than 20 MiB, which no article is");
            }
            Optional<URI> address = WebAddress.parse(target);
            return Portion.harvested(
                    origin, articles.onPage(page, type.charset(), address), Optional.of(response.date()));
        } catch (UnreadableException e) {
            return new Harvested.Rejected(origin, e.reason());
        }
    }

    private static byte[] body(HttpResponse http) throws IOException {
        MessageBody body = http.bodyDecoded();
        return body.stream().readNBytes(Decoder.LARGEST_BYTES + 1);
    }

    private Harvested.Rejected broken(long position, Exception e) {
        boolean cut = e instanceof EOFException;
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new Harvested.Rejected(
                name,
                (cut ? "breaks off" : "is no readable WARC") + " at byte " + position + " (" + said
                        + "): what came before is kept; get the file again for the rest");
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing failed", e);
        } catch (Exception e) {
            throw new IllegalStateException("closing failed", e);
        }
    }
}
