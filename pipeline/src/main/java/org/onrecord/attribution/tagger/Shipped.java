package org.onrecord.attribution.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what comes with the program. */
final class Shipped {
    private Shipped() {}

    /** Makes something of bytes. */
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    static <T> T read(String resource, Reader<T> reader) {
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " among the models");
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
