package org.onrecord.standoff;

import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {
    private static final String LINE = """
            {"schema":"onrecord/1"}""";

    @Test
    void whatIsNoDocumentIsMalformed() {
        for (String line : new String[] {"", "{", "[]", "3", "null", LINE}) {
            assertThrows(MalformedException.class, () -> DocumentJson.read(line), line);
        }
    }

    @Property(tries = 300)
    void anyLineIsReadOrMalformed(@ForAll String line) {
        assertThrows(MalformedException.class, () -> DocumentJson.read(line));
    }
}
