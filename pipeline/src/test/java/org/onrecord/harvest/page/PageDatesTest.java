package org.onrecord.harvest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the days on a page is the day of publication; the pages are invented. */
class PageDatesTest {
    private static final PageReader READER = new PageReader(BlockModel.load());

    private static final String TEXT =
            "<p>The harbour of Karos was closed on Monday after divers found a crack in the northern wall, the port office said, and ships were sent to Tarnow instead.</p>";

    private static String day(String head, String body) {
        String markup = "<html lang='en'><head>" + head + "</head><body>" + body + "</body></html>";
        return READER.read(markup, Optional.empty())
                .metadata()
                .published()
                .map(time -> time.day().toString())
                .orElse("none");
    }

    /** JSON-LD says the 3rd. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05T08:15:00+01:00 | 5 March 2024 | 2024-03-05
            2024-03-05T08:15:00+01:00 | 3 March 2024 | 2024-03-03
            2024-03-05T08:15:00+01:00 | 9 March 2024 | 2024-03-03
            """)
    void aMetaElementAndWhatReadersSeeOutvoteLinkedDataOnlyTogether(String meta, String shown, String day) {
        assertEquals(
                day,
                day(
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-03T08:15:00+01:00\"}</script>"
                                + "<meta property='article:published_time' content='" + meta + "'>",
                        "<h1>Harbour closed</h1><p class='date'>" + shown + "</p>" + TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05T23:15:0Z  | 6 March 2024 | 2024-03-06
            2024-03-05T23:15:00Z | 6 March 2024 | 2024-03-06
            2024-03-05T23:15:00Z | 8 March 2024 | 2024-03-05
            """)
    void aTimeInUniversalTimeIsTheDayThatReadersSeeIfThatIsTheNext(String stated, String shown, String day) {
        assertEquals(
                day,
                day(
                        "<meta property='article:published_time' content='" + stated + "'>",
                        "<h1>Harbour closed</h1><p class='date'>" + shown + "</p>" + TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p class='meta'>5 March 2024</p>                          | 2024-03-05
            <p>Posted: 5 March 2024</p>                               | 2024-03-05
            <p>By Ada Brenn 5 March 2024, 16:20</p>                   | 2024-03-05
            <p>Mis à jour le 9 mars 2024</p><p class='date'>5 March 2024</p> | 2024-03-05
            <p class='date'>5 March 2024, 8:15</p><p class='date'>Akt.: 9 March 2024, 9:20</p> | 2024-03-05
            """)
    void theDayNearTheTitleIsThatOfPublicationAndNotOfTheLastChange(String line, String day) {
        assertEquals(day, day("", "<h1>Harbour closed</h1>" + line + TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p class='comment-meta'>9 March 2024 at 11:21</p>                            | 2024-03-05
            <blockquote><p>A post by Mira Olden, 9 March 2024, 12:30</p></blockquote>    | 2024-03-05
            <p>The next open day of the harbour is on 9 March 2024 from ten o’clock.</p> | 2024-03-05
            <div class='image-caption'><p>The northern wall on 9 March 2024</p></div>    | 2024-03-05
            """)
    void commentsPostsSentencesAndCaptionsTellOtherDays(String other, String day) {
        assertEquals(
                day, day("", "<p>Karos Post, 5 March 2024 16:20</p><h1>Harbour closed</h1>" + TEXT + other + TEXT));
    }

    /** Of several stories on one page, each has a time element of its own. */
    @ParameterizedTest
    @CsvSource({"2024-02-28, 2024-03-05", "2024-01-07, 2024-01-07"})
    void timeElementsThatDisagreeAreThoseOfOtherArticles(String second, String day) {
        String teasers = "<ul><li><time class='published' datetime='2024-01-07'>Snow cuts off villages</time></li>"
                + "<li><time class='published' datetime='" + second + "'>Council votes</time></li></ul>";
        assertEquals(day, day("", "<h1>Harbour closed</h1><p class='date'>5 March 2024</p>" + TEXT + teasers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>This page was last edited on 5 March 2024, at 13:22.</p>  | 2024-03-05
            <div><label>Last modified:</label><div>5 March 2024</div></div> | 2024-03-05
            <p>[Stand: 05.03.2024, 01:40]</p>                            | 2024-03-05
            <p>© 2024 Karos Post</p>                                     | 2019-11-02
            """)
    void aPageThatIsNoArticleHasTheDayOfItsLastChangeBeforeOneInItsText(String footer, String day) {
        assertEquals(
                day,
                day(
                        "",
                        "<h1>Karos harbour</h1>" + TEXT.repeat(9)
                                + "<p>The harbour was opened on 2 November 2019 by Salma Idrissi, who was then its head.</p>"
                                + footer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Harbour closed - Karos Post - 05.03.2024</title>                                 | 2024-03-05
            <meta name='description' content='Harbour closed (news of 5 March 2024)'>               | 2024-03-05
            <meta name='description' content='Open from 5 March 2024 to 9 March 2024'>              | none
            <title>Harbour closed from 5 March 2024 to 9 March 2024</title>                         | none
            """)
    void theOnlyDayInTheTitleOrTheDescriptionIsTaken(String head, String day) {
        assertEquals(day, day(head, "<h1>Harbour closed</h1>" + TEXT));
    }

    /** The time of an element may be in UTC; readers see the day where it was published. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-05T23:30:00Z, 6 March 2024, 2024-03-06",
        "2024-03-05T23:30:00+01:00, 6 March 2024, 2024-03-05",
        "2024-03-05T23:30:00Z, 2 days ago, 2024-03-05"
    })
    void aTimeElementInUniversalTimeIsTheDayInItsWords(String datetime, String words, String day) {
        assertEquals(
                day,
                day(
                        "",
                        "<h1>Harbour closed</h1><p class='date'>24 <time datetime='" + datetime + "'>" + words
                                + "</time></p>" + TEXT));
    }
}
