package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Zone;

class ZonesTest {
    @Test
    void textPastedFromAPage() {
        assertZones("""
                caption    | Residents wade through a flooded street in Karos on Sunday. (Photo: J. Weil/Meridian Press)
                headline   | Floods drive thousands from their homes
                furniture  | 01:45 - Source: Karos TV
                dateline   | KAROS, Jan 18 (Meridian Press) —
                body       | Thousands of people were displaced when the Sava burst its banks, the ministry said.
                caption    | Volunteers carry sandbags to the river wall in Karos on January 18.
                body       | “The water came in the dark,” said a farmer.
                furniture  | A slow response
                body       | Villagers accused the government of sending help too late.
                body       | “Two days.”
                furniture  | Read more: How the river was straightened
                byline     | Jonas Weil contributed to this report.
                """);
    }

    @Test
    void headlineBylineAndFurnitureOfAPaper() {
        assertZones("""
                headline   | School roof closure leaves parents angry
                byline     | By Oliver Penhale
                body       | Parents have accused the council of ignoring warnings for three years.
                body       | The council met on January 18.
                furniture  | Share this article
                furniture  | Follow Oliver Penhale on Twitter @openhale.
                furniture  | Email Oliver Penhale at penhale@paper.example
                body       | Like many parents on Twitter, she had seen the cracks.
                body       | Follow the money on the council’s accounts and you come to the roof.
                furniture  | Advertisement
                """);
    }

    @Test
    void linesWrappedToAWidthAreOneParagraph() {
        String text =
                "The bridge at Tarnow was closed on Monday after divers found\ncracks in two of its pillars, the mayor said in a letter.\n\nIt may stay shut for weeks.";
        assertEquals(2, PlainText.zones(text).size());
    }

    @Property(tries = 500)
    void zonesHoldEveryWordOnce(@ForAll String text) {
        List<Zone> zones = PlainText.zones(text);
        Article article = new Article(text, zones, Metadata.NONE, "en", Article.Status.COMPLETE); // checks itself
        assertEquals(zones, article.zones());
    }

    private static void assertZones(String expected) {
        String text = expected.lines()
                .map(line -> line.replaceFirst("^\\w+\\s+\\| ", "") + (line.startsWith("dateline") ? " " : "\n"))
                .collect(Collectors.joining());
        String found = PlainText.zones(text).stream()
                .map(zone -> String.format(
                        "%-10s | %s%n",
                        zone.kind().name().toLowerCase(Locale.ROOT), zone.span().of(text)))
                .collect(Collectors.joining());
        assertEquals(expected, found);
    }
}
