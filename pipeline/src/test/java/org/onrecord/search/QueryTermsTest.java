package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTermsTest {
    @Test
    void termsAreAsTheyWereWritten() {
        QueryTerms terms = QueryTerms.of("  bridge -crane  speaker:\"Mira Okafor\" (a OR b) killed:>=10 ");
        assertEquals(List.of("bridge", "-crane", "speaker:\"Mira Okafor\"", "(a OR b)", "killed:>=10"), terms.terms());
        assertEquals(
                "bridge speaker:\"Mira Okafor\" (a OR b) killed:>=10",
                terms.without(1).query());
        assertEquals(List.of(), QueryTerms.of(" ").terms());
    }

    @Test
    void alternativesAreOneTermSoThatAnotherNarrowsThemAll() {
        assertEquals(
                "(a OR b) type:quote",
                QueryTerms.of("a OR b").with("type:quote").query());
    }

    @Test
    void aTermIsThereOnce() {
        QueryTerms terms = QueryTerms.of("type:Quote");
        assertTrue(terms.has("TYPE:quote"));
        assertEquals(terms, terms.with("type:quote"));
    }

    @Test
    void aValueCannotBreakOutOfItsMarks() {
        String term = QueryTerms.term("by", "Ray \"Fist\"\n-Dumont");
        assertEquals("by:\"Ray Fist -Dumont\"", term);
        assertEquals(List.of(term), QueryTerms.of(term).terms());
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertEquals(
                2,
                assertThrows(QueryException.class, () -> QueryTerms.of("a \"b")).column());
    }
}
