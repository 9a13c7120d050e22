package org.onrecord.harvest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip data up to a size, so that a few bytes cannot become gigabytes. */
public final class Gunzip {
    private Gunzip() {}

    /** More came out than was allowed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int most) {
            super("unpacks to more than " + most + " bytes");
        }
    }

    /** Whether bytes begin as gzip data does. */
    public static boolean isPacked(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /**
     * All that comes out.
     *
     * @throws TooLargeException if more than {@code most} bytes come out
     * @throws IOException if the data is damaged or cut off
     */
    public static byte[] unpack(byte[] packed, int most) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new TooLargeException(most);
            }
            return bytes;
        }
    }
}
