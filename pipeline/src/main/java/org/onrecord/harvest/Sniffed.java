package org.onrecord.harvest;

import java.nio.charset.StandardCharsets;
import org.onrecord.harvest.listing.Form;

/** What bytes are, by how they begin. */
enum Sniffed {
    WARC,
    LISTING,
    JSON_LINES,
    ARTICLE;

    /** @param head unpacked */
    static Sniffed of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("WARC/")) {
            return WARC;
        }
        if (Form.of(head).isPresent()) {
            return LISTING;
        }
        return start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("{") ? JSON_LINES : ARTICLE;
    }
}
