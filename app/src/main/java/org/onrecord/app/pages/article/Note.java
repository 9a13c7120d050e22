package org.onrecord.app.pages.article;

import java.util.List;
import java.util.Optional;

/**
 * What stands beside a paragraph about one finding in it: an attribution, a quotation without a speaker, or a figure.
 *
 * @param id of the finding; the note's own anchor is {@link #anchor()}
 * @param at where in the text the finding begins
 * @param label the number of the speaker; empty for none
 * @param heading who, or how many
 * @param link to the page of the speaker
 * @param described role and affiliation, or according to whom
 * @param badges what the source does with it, and how far it commits, where that is more than to assert
 * @param facts why it is there, and all else that is known of it
 * @param citation to copy; empty for what is nobody's words
 */
public record Note(
        boolean figure,
        String id,
        int at,
        String label,
        int tint,
        String heading,
        Optional<String> link,
        String described,
        List<String> badges,
        List<Fact> facts,
        Optional<String> citation) {
    /** One line of an explanation. */
    public record Fact(String name, String value) {}

    public Note {
        badges = List.copyOf(badges);
        facts = List.copyOf(facts);
    }

    /** The anchor of a finding's note. */
    static String anchor(String id) {
        return "note-" + id;
    }

    public String anchor() {
        return anchor(id);
    }
}
