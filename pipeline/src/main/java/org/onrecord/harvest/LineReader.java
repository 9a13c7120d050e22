package org.onrecord.harvest;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines one by one, and no more of a line than an article can have. */
final class LineReader implements AutoCloseable {
    /** Characters: a page of the largest size, escaped. */
    private static final int LONGEST = 2 * Decoder.LARGEST_BYTES;

    private final Reader reader;
    private long number;

    /** @param reader buffered */
    LineReader(Reader reader) {
        this.reader = reader;
    }

    /**
     * @param number counted from 1
     * @param whole false where the line was longer than allowed and is cut
     */
    record Line(long number, String text, boolean whole) {}

    /** The next line that is not blank. */
    Optional<Line> next() throws IOException {
        Optional<Line> line = any();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = any();
        }
        return line;
    }

    private Optional<Line> any() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        number++;
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        while (c >= 0 && c != '\n') {
            if (text.length() < LONGEST) {
                text.append((char) c);
            } else {
                whole = false;
            }
            c = reader.read();
        }
        boolean mark = number == 1 && !text.isEmpty() && text.charAt(0) == '\ufeff';
        return Optional.of(new Line(number, text.substring(mark ? 1 : 0), whole));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
