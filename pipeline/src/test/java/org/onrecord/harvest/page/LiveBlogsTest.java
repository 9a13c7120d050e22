package org.onrecord.harvest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages are live blogs and how they fall into posts; all pages invented. */
class LiveBlogsTest {
    private static final PageReader READER = new PageReader(BlockModel.load());

    private static final List<String> SENTENCES = List.of(
            "The river at Tarnow has risen above the wall on the eastern bank, the council said.",
            "Two people were taken to hospital after a bus slid off the road near Karos, police said.",
            "“We have never seen so much water in one night,” said Mira Okafor, the mayor of Tarnow.",
            "Trains between Tarnow and Karos are not running, and no buses will replace them before noon.");

    private static Optional<LiveBlog> live(String head, String body) {
        return READER.read("<html><head>" + head + "</head><body>" + body + "</body></html>", Optional.empty())
                .live();
    }

    private static List<LiveBlog.Post> posts(String head, String body) {
        return live(head, body).map(LiveBlog::posts).orElse(List.of());
    }

    private static String linked(String updates) {
        return "<title>Flood at Tarnow: live</title><script type='application/ld+json'>{\"@context\":\"https://schema.org\","
                + "\"@type\":\"LiveBlogPosting\",\"headline\":\"Flood at Tarnow: live\",\"liveBlogUpdate\":[" + updates
                + "]}</script>";
    }

    private static String update(String id, String time, String title, String text) {
        return "{\"@type\":\"BlogPosting\",\"url\":\"https://post.example/flood#" + id + "\",\"datePublished\":\""
                + time
                + "\",\"headline\":\"" + title + "\",\"articleBody\":\"" + text
                + "\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Brenn\"}}";
    }

    /** Posts as elements, newest first. */
    private static String elements(String tag, String attributes, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "<%s %s id='block-%s'><time datetime='2026-01-14T%02d:05:00+01:00'>%d.05</time><h2>Water rises, hour %d</h2><p>%s</p></%s>"
                                .formatted(
                                        tag,
                                        attributes,
                                        Integer.toHexString(7000 - 31 * i),
                                        20 - i,
                                        20 - i,
                                        20 - i,
                                        SENTENCES.get(i % SENTENCES.size()),
                                        tag))
                .collect(Collectors.joining());
    }

    @Test
    void postsOfJsonLdHaveTheirOwnTitlesTimesAuthorsAndAddresses() {
        List<LiveBlog.Post> posts = posts(
                linked(update(
                                "p2",
                                "2026-01-14T12:30:10.123+01:00",
                                "Wall &quot;gives way&quot;",
                                "One.\\nTwo &amp; three.")
                        + ","
                        + update(
                                "p1",
                                "2026-01-14T09:00:00Z",
                                "Good morning",
                                "<p>First <b>bold</b> words.</p><p>More.</p>")),
                "<div id='app'></div>");
        assertEquals(2, posts.size());
        LiveBlog.Post newest = posts.getFirst();
        assertEquals(Optional.of("https://post.example/flood#p2"), newest.address());
        assertEquals(Optional.of("Wall \"gives way\""), newest.title());
        assertEquals(
                "2026-01-14T12:30:10+01:00", newest.published().orElseThrow().iso());
        assertEquals(List.of("Ada Brenn"), newest.authors());
        assertEquals(List.of("One.", "Two & three."), texts(newest));
        assertEquals(List.of("First bold words.", "More."), texts(posts.getLast()));
    }

    private static List<String> texts(LiveBlog.Post post) {
        return post.paragraphs().stream().map(PageContents.Paragraph::text).toList();
    }

    @Test
    void referencesListsAndBlogPostsArePostsToo() {
        String posts = update("a", "2026-01-14T12:30:00Z", "One thing", "One thing happened.")
                .replaceFirst("\\{", "{\"@id\":\"#x\",");
        String graph =
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Article\",\"LiveBlogPosting\"],\"liveBlogUpdate\":{\"@list\":[{\"@id\":\"#x\"},"
                        + update("b", "2026-01-14T12:31:00Z", "Two things", "Another happened.") + "]}}," + posts
                        + "]}</script>";
        assertEquals(
                List.of(Optional.of("One thing"), Optional.of("Two things")),
                posts(graph, "").stream().map(LiveBlog.Post::title).toList());
    }

    @Test
    void emptyAndRepeatedPostsAreLeftOutAndAnAddressIsGivenOnce() {
        String same = update("a", "2026-01-14T12:00:00Z", "Bridge is shut", "The bridge is shut.");
        List<LiveBlog.Post> posts = posts(
                linked(String.join(
                        ",",
                        same,
                        same,
                        update("b", "2026-01-14T11:00:00Z", "", ""),
                        update("c", "2026-01-14T10:00:00Z", "Watch", ""),
                        update(
                                "d",
                                "2026-01-14T09:00:00Z",
                                "More on this",
                                "<a href='/x'>Our report from the bridge at Tarnow</a>"),
                        update("a", "2026-01-14T08:00:00Z", "Bridge is open", "The bridge is open."),
                        update("e", "2026-01-14T07:00:00Z", "Police say the bridge is safe", ""))),
                "");
        assertEquals(
                List.of(
                        "Bridge is shut\nThe bridge is shut.",
                        "Bridge is open\nThe bridge is open.",
                        "Police say the bridge is safe"),
                posts.stream().map(LiveBlog.Post::text).toList());
        assertEquals(Optional.empty(), posts.get(1).address());
    }

    @Test
    void addressesThatOnlyCountFromTheTopAreNone() {
        String counted = IntStream.rangeClosed(1, 4)
                .mapToObj(i ->
                        update("post" + i, "2026-01-14T%02d:00:00Z".formatted(20 - i), "Title of hour " + i, "Text."))
                .collect(Collectors.joining(","));
        assertTrue(posts(linked(counted), "").stream()
                .allMatch(post -> post.address().isEmpty()));
        String fixed = IntStream.rangeClosed(1, 4)
                .mapToObj(i ->
                        update("post" + i, "2026-01-14T%02d:00:00Z".formatted(10 + i), "Title of hour " + i, "Text."))
                .collect(Collectors.joining(","));
        assertTrue(posts(linked(fixed), "").stream()
                .allMatch(post -> post.address().isPresent()));
    }

    @Test
    void brokenJsonLdIsNoneAndOnePostIsNoBlog() {
        assertEquals(List.of(), posts(linked(update("a", "2026-01-14T12:00:00Z", "One", "Only one post.")), ""));
        String broken = linked(update("a", "2026-01-14T12:00:00Z", "One", "Text.") + ",{\"@type\":");
        assertEquals(List.of(), posts(broken, ""));
        assertEquals(
                5,
                posts(broken, "<div class='live-blog'>" + elements("div", "class='post'", 5) + "</div>")
                        .size());
        assertEquals(List.of(), posts(linked("1,null,[],{},{\"articleBody\":7}"), ""));
    }

    @Test
    void whatStandsAboveThePostsIsTheSummary() {
        String intro =
                "<p>Heavy rain has flooded large parts of the valley since Tuesday evening, and the dam above Karos is being watched closely by engineers.</p>"
                        + "<p>Here is what we know so far about the flood, the people who had to leave their houses, and the roads and railways that are closed.</p>";
        String body = "<main><article><h1>Flood at Tarnow: live</h1>" + intro + "<div class='live-blog__posts'>"
                + elements("article", "class='live-blog__post'", 6) + "</div></article></main>";
        LiveBlog live = live("<title>Flood at Tarnow: live</title>", body).orElseThrow();
        assertEquals(6, live.posts().size());
        String summary =
                live.summary().stream().map(PageContents.Paragraph::text).collect(Collectors.joining("\n"));
        assertTrue(summary.contains("the dam above Karos"), summary);
        assertTrue(SENTENCES.stream().noneMatch(summary::contains), summary);
        LiveBlog.Post first = live.posts().getFirst();
        assertEquals(Optional.of("Water rises, hour 20"), first.title());
        assertEquals(
                "2026-01-14T20:05:00+01:00", first.published().orElseThrow().iso());
        assertEquals(Optional.of("#block-1b58"), first.address());
        assertEquals(List.of(SENTENCES.getFirst()), texts(first));
    }

    @Test
    void theSummaryAbovePostsOfJsonLdIsWithoutThem() {
        String shown =
                SENTENCES.stream().map(sentence -> "<p>" + sentence + "</p>").collect(Collectors.joining());
        String intro =
                "<p>Heavy rain has flooded large parts of the valley since Tuesday evening, and the dam above Karos is being watched closely by engineers.</p>";
        String updates = IntStream.range(0, 4)
                .mapToObj(i -> update(
                        "p" + (70 - 3 * i), "2026-01-14T12:0" + i + ":00Z", "Title of hour " + i, SENTENCES.get(i)))
                .collect(Collectors.joining(","));
        LiveBlog live = live(
                        linked(updates),
                        "<article><h1>Flood at Tarnow: live</h1>" + intro + "<h2>Title of hour 0</h2>" + shown
                                + "</article>")
                .orElseThrow();
        String summary =
                live.summary().stream().map(PageContents.Paragraph::text).collect(Collectors.joining("\n"));
        assertTrue(SENTENCES.stream().noneMatch(summary::contains), summary);
        assertTrue(!summary.contains("Title of hour"), summary);
    }

    @Test
    void anArticleWithAFewPostsInItStaysWhole() {
        String updates = update("p9", "2026-01-14T12:00:00Z", "Wall gives way", SENTENCES.get(0)) + ","
                + update("p4", "2026-01-14T11:00:00Z", "Bus slides", SENTENCES.get(1));
        StringBuilder article = new StringBuilder(
                "<article><h1>Flood at Tarnow</h1><p>" + SENTENCES.get(0) + "</p><p>" + SENTENCES.get(1) + "</p>");
        for (int i = 0; i < 8; i++) {
            article.append(
                    "<p>In the year 190%d the river rose nearly as high, and the town archive keeps a drawing of the market under water, made by a pupil.</p>"
                            .formatted(i));
        }
        assertEquals(Optional.empty(), live(linked(updates), article + "</article>"));
    }

    @Test
    void whereJsonLdCutsThePostsThePageIsRead() {
        String cut = IntStream.range(0, 4)
                .mapToObj(i -> update(
                        "post" + (i + 1),
                        "2026-01-14T%02d:05:00+01:00".formatted(20 - i),
                        "Water rises, hour " + (20 - i),
                        SENTENCES.get(i).substring(0, 40)))
                .collect(Collectors.joining(","));
        List<LiveBlog.Post> posts = posts(linked(cut), "<ul>" + elements("li", "class='x'", 4) + "</ul>");
        assertEquals(
                SENTENCES, posts.stream().flatMap(post -> texts(post).stream()).toList());
    }

    @Test
    void aMicrodataBlogIsRead() {
        String posts = IntStream.range(0, 4)
                .mapToObj(i -> """
                        <div itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting">
                        <meta itemprop="url" content="https://post.example/flood#u%d">
                        <span class="meta"><time itemprop="datePublished" datetime="2026-01-14T1%d:00:00Z">1%d:00 GMT</time>
                        <span class="byline" itemprop="author">By Ada Brenn</span></span>
                        <p><strong>Hour %d of the flood</strong></p><p>%s</p>
                        <div class="share-tools"><p>Share this with those who wait for news at home.</p></div></div>
                        """.formatted(31 - 7 * i, 5 - i, 5 - i, i, SENTENCES.get(i)))
                .collect(Collectors.joining());
        List<LiveBlog.Post> found = posts(
                "", "<div itemscope itemtype='http://schema.org/LiveBlogPosting'><h1>Flood</h1>" + posts + "</div>");
        assertEquals(4, found.size());
        LiveBlog.Post first = found.getFirst();
        assertEquals(Optional.of("https://post.example/flood#u31"), first.address());
        assertEquals(Optional.of("Hour 0 of the flood"), first.title());
        assertEquals(List.of("Ada Brenn"), first.authors());
        assertEquals(List.of(SENTENCES.getFirst()), texts(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section class='comments live-updates'>%s</section>",
                "<section class='news'>%s</section>",
                "<aside class='live-blog'>%s</aside>",
                "<div class='related live-blog'>%s</div>",
                "<div class='olive-posts'>%s</div>"
            })
    void timedElementsAloneAreNoPosts(String around) {
        assertEquals(List.of(), posts("", around.formatted(elements("article", "class='item'", 6))));
    }

    @Test
    void teasersUnderALiveNameAreNoPosts() {
        String teasers = elements("article", "class='card'", 6)
                .replaceAll("<h2>(.*?)</h2>", "<h2><a href='/2026/other-story.html'>$1</a></h2>");
        assertEquals(List.of(), posts("", "<div class='live-blog-list'>" + teasers + "</div>"));
        assertEquals(
                6,
                posts(
                                "",
                                "<div class='live-blog-list'>" + teasers.replace("/2026/other-story.html", "#here")
                                        + "</div>")
                        .size());
    }

    @Test
    void twoTimedElementsOrTimesInNoOrderAreNoPosts() {
        assertEquals(List.of(), posts("", "<div class='live-blog'>" + elements("article", "", 2) + "</div>"));
        String mixed = IntStream.of(12, 8, 15, 7, 18, 6, 11)
                .mapToObj(hour -> "<article><time datetime='2026-01-14T%02d:05:00Z'></time><p>%s</p></article>"
                        .formatted(hour, SENTENCES.get(hour % 4)))
                .collect(Collectors.joining());
        assertEquals(List.of(), posts("", "<div class='live-blog'>" + mixed + "</div>"));
        assertEquals(
                List.of(),
                posts(
                        "",
                        "<div class='live-blog'>" + elements("article", "", 6).replaceAll("T\\d\\d:05:00\\+01:00", "")
                                + "</div>"));
    }

    @Test
    void anArticleWithCommentsAndRelatedArticlesStaysWhole() {
        String article =
                "<article itemscope itemtype='http://schema.org/NewsArticle'><h1>Flood at Tarnow</h1><time datetime='2026-01-14T12:00:00Z'></time>"
                        + SENTENCES.stream()
                                .map(sentence -> "<p>" + sentence + "</p>")
                                .collect(Collectors.joining()) + "</article>";
        String comments = "<section id='comments'>" + elements("article", "class='comment'", 9) + "</section>";
        String related =
                "<section class='more live-coverage'>" + elements("article", "class='teaser'", 5) + "</section>";
        assertEquals(
                Optional.empty(), live("<meta property='og:type' content='article'>", article + comments + related));
    }

    @Test
    void thousandsOfPostsAreReadInTime() {
        String updates = IntStream.range(0, 5000)
                .mapToObj(i -> update(
                        "p" + (90_000 - 7 * i),
                        "2026-01-14T12:00:00Z",
                        "Title of post " + i,
                        SENTENCES.get(i % 4) + " Number " + i + "."))
                .collect(Collectors.joining(","));
        String shown = IntStream.range(0, 5000)
                .mapToObj(i ->
                        "<article class='live-post' id='q%d'><time datetime='2026-01-%02dT%02d:%02d:00Z'></time><p>%s Number %d.</p></article>"
                                .formatted(
                                        90_000 - 7 * i,
                                        28 - i / 1440,
                                        23 - i / 60 % 24,
                                        59 - i % 60,
                                        SENTENCES.get(i % 4),
                                        i))
                .collect(Collectors.joining());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertEquals(5000, posts(linked(updates), shown).size()));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertEquals(
                        5000,
                        posts("", "<div class='live-blog'>" + shown + "</div>").size()));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<div class='live-blog'>",
                        "</div>",
                        "<article id='a1'>",
                        "</article>",
                        "<time datetime='2026-01-14T12:00:00Z'>",
                        "</time>",
                        "<time datetime='x:y'>",
                        "<p>",
                        "The river has risen above the wall at Tarnow, they said.",
                        "<h2>Title</h2>",
                        "<a href='#b'>",
                        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[",
                        "{\"articleBody\":\"a\"},",
                        "]}",
                        "</script>")
                .list()
                .ofMaxSize(80)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void anyMarkupIsReadAndPostsSayOnlyWhatIsThere(@ForAll("markup") String markup) {
        for (LiveBlog.Post post : posts("", markup)) {
            assertTrue(post.isRead());
            for (String text : texts(post)) {
                assertTrue(
                        markup.replaceAll("<[^>]*>", "").replaceAll("\\W", "").contains(text.replaceAll("\\W", "")),
                        text);
            }
        }
    }
}
