package org.onrecord.harvest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** The way back from the text to the page: each selector finds one element, and that has the words. */
class SelectorsTest {
    private static final List<String> TAGS =
            List.of("div", "section", "p", "ul", "li", "span", "blockquote", "h2", "x-note", "o:p");
    private static final List<String> IDS = List.of("story", "1", "a.b", "a b", "é", "#", "x:y", "-", "\\");

    private static String page(String body) {
        return "<html><head><title>Harbour closed</title></head><body>" + body + "</body></html>";
    }

    private static void assertFound(Document page, String selector, String words) {
        Elements found = page.select(selector);
        assertEquals(1, found.size(), selector);
        String text = bare(found.getFirst().wholeText());
        assertTrue(text.contains(bare(words)), () -> selector + " has no “" + words + "”: " + text);
    }

    /** White space is the reader's: elements may begin new lines within words. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theNearestIdIsNamedAndThePositionsBelowIt() {
        String markup = page("<div><p>Menu</p></div><div id=story><h1>Harbour closed</h1><p>First words of it.</p>"
                + "<ul><li>One</li><li>Two of them</li></ul></div><p id=twice>A</p><p id=twice>B</p>");
        Document page = Jsoup.parse(markup);
        Selectors selectors = new Selectors(page);
        assertEquals(
                List.of(
                        "body > div:nth-child(1) > p:nth-child(1)",
                        "#story > h1:nth-child(1)",
                        "#story > p:nth-child(2)",
                        "#story > ul:nth-child(3) > li:nth-child(1)",
                        "#story > ul:nth-child(3) > li:nth-child(2)",
                        "body > p:nth-child(3)",
                        "body > p:nth-child(4)"),
                Blocks.of(page).stream()
                        .map(block -> selectors.of(block.place()))
                        .toList());
    }

    @Property(tries = 300)
    void everyBlockIsFoundAgain(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        grow(body, random, 0);
        Document page = Jsoup.parse(page(body.toString()));
        Selectors selectors = new Selectors(page);
        for (Block block : Blocks.of(page)) {
            assertFound(page, selectors.of(block.place()), block.text());
        }
    }

    private static void grow(StringBuilder body, Random random, int depth) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            String tag = TAGS.get(random.nextInt(TAGS.size()));
            body.append('<').append(tag);
            if (random.nextInt(3) == 0) {
                body.append(" id=\"")
                        .append(IDS.get(random.nextInt(IDS.size())))
                        .append('"');
            }
            body.append('>').append("word").append(random.nextInt(100));
            if (depth < 4 && random.nextBoolean()) {
                grow(body, random, depth + 1);
            }
            body.append("</").append(tag).append('>');
        }
    }

    @Test
    void theHeadlineAndTheParagraphsOfAnArticleLeadBack() {
        String first = "The harbour of Karos was closed on Monday after divers found a crack in the northern wall, "
                + "the port office said, and ships were sent to Tarnow instead.";
        String markup = page("<main><h1>Harbour <em>closed</em></h1><article><p>" + first + "</p></article></main>");
        PageContents contents = new PageReader(BlockModel.load()).read(markup, Optional.empty());
        Document page = Jsoup.parse(markup);
        assertFound(page, contents.heading().orElseThrow(), "Harbour closed");
        PageContents.Paragraph last = contents.paragraphs().getLast();
        assertFound(page, last.selector().orElseThrow(), last.text());
    }

    @Test
    void aPageOfVeryManyElementsSideBySideTakesNoLongTime() {
        Document page = Jsoup.parse(page("<p>word</p>".repeat(60_000)));
        Selectors selectors = new Selectors(page);
        List<Block> blocks = Blocks.of(page);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertEquals(
                        "body > p:nth-child(60000)",
                        blocks.stream()
                                .map(block -> selectors.of(block.place()))
                                .toList()
                                .getLast()));
    }
}
