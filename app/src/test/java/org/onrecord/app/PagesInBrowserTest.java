package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.WebPages;
import org.onrecord.app.serve.Server;
import org.onrecord.app.serve.Settings;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Zone;
import org.onrecord.search.ArticleIndex;
import picocli.CommandLine;

/** The pages in a real browser. Where there is none, nothing is tested, and it is said so. */
class PagesInBrowserTest {
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String TOKEN = "0123456789abcdef-browser";
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";
    private static final double PATIENCE = 20_000;

    @TempDir
    static Path folder;

    private static Server server;
    private static HttpServer site;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program =
                BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            System.out.println("PagesInBrowserTest is skipped: no chromium in " + BROWSERS
                    + "; install the package chromium to run it");
        }
        Assumptions.assumeTrue(program.isPresent(), "no chromium in " + BROWSERS);
        Path index = folder.resolve("index");
        try (var ferry = PagesInBrowserTest.class.getResourceAsStream("pages/ferry.ndjson")) {
            Path file = folder.resolve("ferry.ndjson");
            Files.copy(ferry, file);
            assertEquals(
                    0,
                    Run.of("ingest", file.toString(), "--index", index.toString())
                            .exit());
        }
        try (ArticleIndex articles = ArticleIndex.open(index, Assembly.version())) {
            articles.put(hostile(), "hostile.txt");
            articles.commit();
        }
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            boolean found = exchange.getRequestURI().getPath().equals("/bridge.html");
            byte[] page = (found ? BRIDGE : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(found ? 200 : 404, found ? page.length : -1);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        WebOptions web = CommandLine.populateCommand(new WebOptions(), "--allow-private", "--delay", "0");
        Settings settings = new Settings(
                index, "127.0.0.1", 0, List.of(), TOKEN, 10_000, 1_000_000, Settings.DEADLINE, Assembly.version());
        server = Server.start(settings, new ServedIngester(index, web, 1), List.of(new WebPages()));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(ARGUMENTS));
    }

    private static final String BRIDGE = """
            <!doctype html><html lang="en"><head><title>Bridge &lt;script&gt;alert(4)&lt;/script&gt; closed</title>
            <meta property="article:published_time" content="2026-02-03"></head><body><main><article>
            <h1>Bridge &lt;script&gt;alert(4)&lt;/script&gt; closed</h1>
            <p>The bridge over the Tarn was closed on Tuesday after two people were injured, the city said. Traffic was sent over the old road along the river for the rest of the week.</p>
            <p>“It swayed like a rope,” said Nora Quist, an engineer for the city. She wrote &lt;img src=x onerror=alert(5)&gt; on the wall beside the ramp, the report said.</p>
            <p>The mayor, Otto Reiss, denied that the city had known of the damage. Engineers will look at the piers and the cables before anybody is let over it again.</p>
            </article></main></body></html>
            """;

    private static Document hostile() {
        String text = "It was nothing, " + HOSTILE + " said.";
        Span words = new Span(0, "It was nothing,".length());
        Basis basis = new Basis.Rule("test", 1);
        Provenance provenance = new Provenance("test", "1");
        Speaker speaker =
                new Speaker(HOSTILE, Optional.empty(), Speaker.Type.PERSON, Optional.of(HOSTILE), Optional.of(HOSTILE));
        Article article = new Article(
                text,
                List.of(new Zone(new Span(0, text.length()), Zone.Kind.BODY)),
                new Metadata(
                        Optional.of("javascript:alert(3)"),
                        Optional.of(HOSTILE),
                        Optional.of(HOSTILE),
                        List.of(HOSTILE),
                        Optional.empty(),
                        Optional.empty()),
                "en",
                Article.Status.COMPLETE);
        return Document.of(article)
                .with(new Layer<>(Kind.QUOTE, List.of(new Quote("q1", words, Quote.Kind.DIRECT, basis)), provenance))
                .with(new Layer<>(
                        Kind.ATTRIBUTION,
                        List.of(new Attribution(
                                "a1",
                                Attribution.Kind.DIRECT,
                                Optional.empty(),
                                Optional.empty(),
                                Extent.of(words),
                                Optional.of(speaker),
                                List.of("q1"),
                                basis)),
                        provenance));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
        if (site != null) {
            site.stop(0);
        }
    }

    @AfterEach
    void nothingToComplainOf() {
        contexts.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    private Page open(String path, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onDialog(dialog -> {
            complaints.add("a script ran: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(address(path));
        return page;
    }

    private Page open(String path) {
        return open(path, new Browser.NewContextOptions());
    }

    private static String address(String path) {
        return server.address().resolve(path).toString();
    }

    /** The article of a search, opened by its first result. */
    private String article(String query) {
        Page page = open(Links.search(query));
        return page.locator(".hit .title").first().getAttribute("href").replaceAll("[?#].*", "");
    }

    private static String words(Locator pieces) {
        return String.join("", pieces.allTextContents());
    }

    @Test
    void aSearchBySpeakerLeadsToTheQuotedWordsAndNoOthers() {
        Page page = open("/");
        page.locator("#q").fill("speaker:\"Lena Ost\" rough");
        page.waitForURL(url -> url.contains("q=speaker"));
        assertEquals("1 finding", page.locator(".found strong").textContent());
        assertEquals("rough", page.locator(".hit mark").textContent());
        assertEquals("Lena Ost", page.locator(".hit .who a").textContent());

        page.locator(".hit .title").click();

        assertEquals("The sea was very rough,", words(page.locator(".quote.lit")));
        assertTrue(page.locator(".quote.lit").isVisible());
        assertEquals(
                "Ferry sinks off Halden, at least 12 dead",
                page.locator("h1").textContent().strip());
        assertTrue(page.url().matches(".*highlight=q\\d+#q\\d+"), page.url());
    }

    @Test
    void aSpeakerOrAFigureInTheTextSaysWhyAndHowLikely() {
        Page page = open(article("killed:12"));
        Locator reasons = page.locator("[role=dialog]");

        page.locator("a.figure").first().click();
        assertTrue(reasons.isVisible());
        assertTrue(reasons.textContent().contains("Confidence"), reasons.textContent());
        assertTrue(reasons.textContent().contains("coast guard"), reasons.textContent());
        page.keyboard().press("Escape");
        assertFalse(reasons.isVisible());
        assertTrue((boolean) page.evaluate("document.activeElement.matches('a.figure')"), "back where it was opened");

        page.locator("a.source").first().click();
        assertTrue(reasons.textContent().contains("Found by"), reasons.textContent());
    }

    @Test
    void aCitationIsCopied() {
        Page page = open(
                article("said:rough"),
                new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        Locator note = page.locator(".note", new Page.LocatorOptions().setHasText("Lena Ost"))
                .first();
        note.locator("summary").click();
        note.locator(".copy").click();
        note.locator("text=Copied").waitFor();
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.startsWith("Lena Ost (captain, coast guard): “The sea was very rough,”"), copied);
        assertTrue(copied.endsWith("North Courier, 5 January 2026, https://north.example/ferry-1"), copied);
    }

    @Test
    void aLayerIsSwitchedOff() {
        Page page = open(article("killed:12"));
        String background = "e => getComputedStyle(e).backgroundColor";
        Locator figure = page.locator(".text .figure").first();
        Object shown = figure.evaluate(background);
        page.locator("#layer-figure").uncheck();
        assertFalse(shown.equals(figure.evaluate(background)));
        assertFalse(page.locator(".note.of-figure").first().isVisible());
        page.locator("#layer-note").uncheck();
        assertFalse(page.locator(".note").first().isVisible());
    }

    @Test
    void theLedgerDrawsWhoSaidHowManyWhenAndWhatConflicts() {
        Page page = open("/ledger?q=Halden");
        Locator chart = page.locator("svg.chart").first();
        assertTrue(chart.isVisible());
        assertEquals(3, chart.locator(".series").count(), "a line a source");
        assertTrue(chart.locator(".clash").count() >= 1, "conflicts");
        assertTrue(
                chart.locator("desc").textContent().contains("coast guard: at least 12 (2026-01-05), 19 (2026-01-06)"));
        assertTrue(chart.locator(".point.open").count() >= 2, "at least 12, and 20 to 25");
        assertTrue(page.locator(".marks").first().textContent().contains("revised: at least 12 → 19"));

        page.locator("tbody td a", new Page.LocatorOptions().setHasText("at least 12"))
                .first()
                .click();
        assertEquals(
                List.of("at least 12", "At least 12 people"),
                page.locator(".figure.lit").allTextContents(),
                "in the headline and in the text");
    }

    @Test
    void aSpeakerHasATimelineAndAllThatWasSaid() {
        Page page = open(Links.speaker("Lena Ost"));
        assertEquals("Lena Ost", page.locator("h1").textContent());
        assertEquals(2, page.locator("[data-chart=days] a").count(), "days");
        assertEquals(3, page.locator(".hit").count());
        page.locator("summary", new Page.LocatorOptions().setHasText("table")).click();
        assertEquals(2, page.locator("tbody tr").count());
        assertEquals(
                "Halden Lines",
                open(Links.speaker("Marek Dahl"))
                        .locator(".facets h2:text('Accuses') + ul a")
                        .first()
                        .evaluate("a => a.firstChild.textContent.trim()"));
    }

    @Test
    void anAddressIsFetchedWithProgressAndCanBeFound() {
        Page page = open("/ingest?token=" + TOKEN);
        page.locator("#address").fill("http://127.0.0.1:" + site.getAddress().getPort() + "/bridge.html");
        page.locator("button", new Page.LocatorOptions().setHasText("Fetch")).click();
        page.locator("[data-state=DONE]").waitFor();
        assertTrue(
                page.locator(".numbers").textContent().contains("1added"),
                page.locator(".numbers").textContent());
        page.navigate(address(Links.search("speaker:Quist")));
        assertTrue(page.locator(".hit").first().textContent().contains("It swayed like a rope,"));
        page.locator(".hit .title").first().click();
        assertEquals(
                "Bridge <script>alert(4)</script> closed",
                page.locator("h1").textContent().strip());
        assertTrue(page.locator(".text").textContent().contains("<img src=x onerror=alert(5)>"));

        page.navigate(address("/ingest"));
        page.locator("#address").fill("http://127.0.0.1:" + site.getAddress().getPort() + "/gone.html");
        page.locator("button", new Page.LocatorOptions().setHasText("Fetch")).click();
        page.locator("[data-state=DONE], [data-state=FAILED]").waitFor();
        assertTrue(
                page.locator("#jobs").textContent().contains("404"),
                page.locator("#jobs").textContent());
    }

    @Test
    void aSearchIsSavedAndDeleted() {
        Page page = open("/saved?token=" + TOKEN);
        page.navigate(address("/saved?query=stance:deny"));
        page.locator("#name").fill("denials <b>");
        page.locator("button", new Page.LocatorOptions().setHasText("Save")).click();
        assertEquals("denials <b>", page.locator("tbody th").textContent());
        assertTrue(page.locator("tbody td").nth(1).textContent().matches("[1-9]\\d* findings?"));
        page.locator("button", new Page.LocatorOptions().setHasText("Delete")).click();
        page.locator("text=None is saved yet.").waitFor();
        assertEquals(0, open("/saved").locator("form[method=post]").count(), "no form for who may not write");
    }

    @Test
    void hostileWordsAreShownAsWords() {
        Page page = open(Links.search(HOSTILE.replace("\"", "")));
        assertEquals(HOSTILE.replace("\"", ""), page.locator("#q").inputValue());
        page.navigate(address(Links.search("said:nothing")));
        assertEquals(HOSTILE, page.locator(".hit .title").textContent());
        page.locator(".hit .title").click();
        assertEquals("It was nothing, " + HOSTILE + " said.", words(page.locator(".words")));
        assertEquals(0, page.locator("a[href^='javascript']").count());
        page.locator(".note summary").first().click();
        page.navigate(address(Links.speaker(HOSTILE)));
        assertEquals(HOSTILE, page.locator("h1").textContent());
        page.navigate(address("/speaker/%3Cimg%20src=x%20onerror=alert(6)%3E"));
        assertEquals("<img src=x onerror=alert(6)>", page.locator("h1").textContent());
        page.navigate(address("/ledger?q=%3Cscript%3Ealert(7)%3C/script%3E"));
        assertEquals("<script>alert(7)</script>", page.locator("#ledger-q").inputValue());
    }

    @Test
    void aQueryThatCannotBeReadHasACaretUnderThePlace() {
        Page page = open(Links.search("rough killed:many"));
        assertTrue(page.locator(".notice").isVisible());
        assertTrue(page.locator(".pointer").textContent().matches("(?s)rough killed:many\n {6}\\^.*"));
        assertTrue(page.locator(".examples a").count() > 0, "searches that find something");
        page.locator(".examples a").first().click();
        assertTrue(page.locator(".hit").count() > 0);
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = open("/help");
        page.keyboard().press("Tab");
        assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
        page.keyboard().press("Enter");
        page.keyboard().press("/");
        page.keyboard().type("Lena rough");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q=Lena"));
        for (int i = 0; i < 40 && !(boolean) page.evaluate("document.activeElement.matches('.hit .title')"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/article/"));
        for (int i = 0; i < 60 && !(boolean) page.evaluate("document.activeElement.matches('a.source')"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertTrue(page.locator("[role=dialog]").isVisible());
    }

    @Test
    void aPhoneNeedsNoScrollingSideways() {
        Page page = open("/", new Browser.NewContextOptions().setViewportSize(360, 740));
        for (String path : paths()) {
            page.navigate(address(path));
            int width = (int) page.evaluate("document.documentElement.scrollWidth");
            assertTrue(width <= 360, path + " is " + width + " wide");
        }
    }

    @Test
    void everythingIsReadWithoutScripts() {
        Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        Page page = open("/", plain);
        page.locator("#q").fill("said:rough");
        page.locator("main button").first().click();
        page.locator(".hit .title").click();
        assertEquals("The sea was very rough,", words(page.locator(".quote.lit")));
        Locator note = page.locator(".note", new Page.LocatorOptions().setHasText("Lena Ost"))
                .first();
        note.locator("summary").click();
        assertTrue(note.locator(".citation").isVisible());
        assertFalse(note.locator(".copy").isVisible());
    }

    /** All rules in the light; in the dark other colours are all that is other. */
    @Test
    void nothingIsInTheWayOfAnybody() {
        List<String> found = new ArrayList<>();
        Page page = open("/ingest?token=" + TOKEN);
        for (String path : paths()) {
            page.navigate(address(path));
            page.locator("details").evaluateAll("all => all.slice(0, 3).forEach(each => { each.open = true; })");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            found.addAll(violations(path, axe(page)));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            found.addAll(violations(path + " in the dark", axe(page).withRules(List.of("color-contrast"))));
        }
        assertEquals(List.of(), found);
    }

    /** In one page, which has no frames: otherwise each check opens a page of its own. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> violations(String where, AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> where + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList())
                .toList();
    }

    private List<String> paths() {
        return List.of(
                "/",
                "/?q=killed:*",
                "/?q=nothing-of-this-kind",
                "/?q=speaker:%22",
                article("killed:12"),
                Links.speaker("Lena Ost"),
                Links.speaker("Nobody Known"),
                "/ledger?q=Halden",
                "/ingest",
                "/saved",
                "/help");
    }

    @Test
    void whatIsNotThereIsAPageToo() {
        Page page = open("/article/0000");
        assertEquals("There is no such page", page.locator("h1").textContent());
        assertEquals("This is gone", open("/ingest/0000").locator("h1").textContent());
        complaints.removeIf(complaint -> complaint.contains("status of 4")); // the browser says so itself
    }
}
