package org.onrecord.harvest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.onrecord.harvest.fetch.Gunzip;

/** Streams that may be packed with gzip. Whether they are is told by their bytes, not by their names. */
final class Packed {
    private static final int HEAD = 1 << 13;
    private static final int ENOUGH = 1 << 11;

    private Packed() {}

    /** The bytes, unpacked where they are packed. */
    static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        return Gunzip.isPacked(peek(buffered)) ? new GZIPInputStream(new Honest(buffered), HEAD) : buffered;
    }

    /** The first bytes, unpacked where they are packed; nothing is taken from the stream. */
    static byte[] head(BufferedInputStream in) throws IOException {
        byte[] first = peek(in);
        return Gunzip.isPacked(first) ? unpackedHead(first) : first;
    }

    /** What a pipe gives first; of packed data enough to unpack a little, however slowly it comes. */
    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] first = new byte[HEAD];
        int length = 0;
        int read = in.read(first);
        while (read > 0 && length < HEAD) {
            length += read;
            boolean enough = length >= ENOUGH || (length > 2 && !Gunzip.isPacked(first));
            read = enough ? -1 : in.read(first, length, HEAD - length);
        }
        in.reset();
        return Arrays.copyOf(first, length);
    }

    private static byte[] unpackedHead(byte[] first) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            int next = in.read();
            while (next >= 0 && head.size() < HEAD) {
                head.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            return head.toByteArray(); // it breaks off, being a head
        }
        return head.toByteArray();
    }

    /** Java takes "nothing available now" for the end of the data where one packed part ends; a pipe may only be slow. */
    private static final class Honest extends FilterInputStream {
        Honest(BufferedInputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0 ? 0 : 1;
        }
    }
}
