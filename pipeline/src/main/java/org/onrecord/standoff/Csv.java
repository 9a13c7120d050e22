package org.onrecord.standoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;

/** Rows of comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
public final class Csv {
    private static final CsvMapper MAPPER = new CsvMapper();
    private static final CsvSchema SCHEMA =
            MAPPER.schemaFor(String[].class).withLineSeparator("\n").withQuoteChar('"');

    private Csv() {}

    /** One row with its line end. */
    public static String row(List<String> cells) {
        try {
            return MAPPER.writer(SCHEMA)
                    .writeValueAsString(cells.stream().map(Csv::harmless).toArray(String[]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    /** See OWASP, CSV injection. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
