package org.onrecord.app.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.onrecord.app.pages.article.ArticlePage;
import org.onrecord.app.pages.ledger.LedgerPage;
import org.onrecord.app.pages.search.SearchPage;
import org.onrecord.app.pages.speaker.SpeakerPage;
import org.onrecord.app.serve.JobStatus;
import org.onrecord.app.serve.Problem;
import org.onrecord.app.serve.Routes;
import org.onrecord.app.serve.Services;
import org.onrecord.app.serve.Submission;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.IndexedArticle;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;
import org.onrecord.search.saved.SavedSearch;

/** The pages for people, at the addresses of {@link Links}. */
public final class WebPages implements Routes {
    private static final int MOST_COPIES = 50;
    private static final int MOST_JOBS = 20;
    private static final int MEGABYTE = 1_000_000;
    private static final String HTML = "text/html; charset=utf-8";

    private final Assets assets = Assets.read();

    @Override
    public void add(RoutesConfig routes, Services services) {
        routes.get("/assets/{name}", assets::answer);
        routes.get("/", context -> show(context, Pages.search(search(context, services))));
        routes.get("/article/{id}", context -> show(context, Pages.article(article(context, services))));
        routes.get("/speaker/{name}", context -> show(context, Pages.speaker(speaker(context, services))));
        routes.get("/speaker", context -> show(context, Pages.speaker(speaker(context, services))));
        routes.get("/ledger", context -> show(context, Pages.ledger(ledger(context, services))));
        routes.get("/help", context -> show(context, Pages.help()));
        routes.get("/ingest", context -> show(context, Pages.ingest(ingest(context, services))));
        routes.get("/ingest/{id}", context -> show(context, Pages.ingest(job(context, services))));
        routes.post("/ingest", context -> submit(context, services));
        routes.post("/ingest/{id}/stop", context -> stop(context, services));
        routes.get("/saved", context -> show(context, Pages.saved(saved(context, services))));
        routes.post("/saved", context -> save(context, services));
        routes.post("/saved/delete", context -> forget(context, services));
        routes.after(WebPages::dress);
    }

    private static void show(Context context, String html) {
        context.contentType(HTML).header("Cache-Control", "private, no-cache").result(html);
    }

    /** What went wrong becomes a page for whoever reads pages. */
    private static void dress(Context context) {
        boolean wrong = context.statusCode() >= 400 && !context.path().startsWith("/api/");
        boolean reader =
                Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
        if (wrong && reader) {
            String detail = Optional.ofNullable(context.result()).orElse("");
            context.contentType(HTML).result(Pages.error(ErrorPage.of(context.statusCode(), detail)));
        }
    }

    private static String parameter(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }

    private static int page(Context context) {
        String number = parameter(context, "page");
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1;
    }

    private static SearchPage search(Context context, Services services) {
        String query = parameter(context, "q").strip();
        Request.Order order = switch (parameter(context, "sort").toLowerCase(Locale.ROOT)) {
            case "newest" -> Request.Order.NEWEST;
            case "oldest" -> Request.Order.OLDEST;
            case "highest" -> Request.Order.HIGHEST;
            case "lowest" -> Request.Order.LOWEST;
            default -> Request.Order.RELEVANCE;
        };
        return services.enquiries().ask(reading -> SearchPage.of(reading.search(), query, order, page(context)));
    }

    private static ArticlePage article(Context context, Services services) {
        String id = context.pathParam("id");
        Optional<String> lit = Optional.of(parameter(context, "highlight")).filter(words -> !words.isEmpty());
        return services.enquiries()
                .ask(reading -> article(reading.search(), id, lit))
                .orElseThrow(
                        () -> Problem.of(
                                404,
                                "the index has no article of this number: it may have changed since it was linked to; search for its words"));
    }

    private static Optional<ArticlePage> article(FindingSearch search, String id, Optional<String> lit) {
        return search.article(id, Optional.empty())
                .map(found ->
                        ArticlePage.of(found.document(), found.origin(), found.fetched(), lit, copies(search, found)));
    }

    /** Articles of the same cluster in other places. */
    private static List<Hit> copies(FindingSearch search, IndexedArticle article) {
        String cluster = new QueryTerms(List.of("cluster:" + article.cluster())).query();
        Request request = Request.of(cluster).of(Hit.Type.ARTICLE).page(1, 0);
        return search.search(request).rows().stream()
                .flatMap(row ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(row.hit()), row.copies().stream()))
                .filter(hit -> !hit.origin().equals(article.origin()))
                .limit(MOST_COPIES)
                .toList();
    }

    private static SpeakerPage.Answer speaker(Context context, Services services) {
        String name =
                Optional.ofNullable(context.pathParamMap().get("name")).orElseGet(() -> parameter(context, "name"));
        int number = page(context);
        return services.enquiries().ask(reading -> SpeakerPage.of(reading.search(), name, number));
    }

    private static LedgerPage ledger(Context context, Services services) {
        String query = parameter(context, "q").strip();
        return services.enquiries().ask(reading -> LedgerPage.of(reading.search(), query));
    }

    private static IngestPage ingest(Context context, Services services) {
        return page(
                context,
                services,
                false,
                services.jobs().all().stream().limit(MOST_JOBS).toList());
    }

    private static IngestPage page(Context context, Services services, boolean only, List<JobStatus> jobs) {
        return new IngestPage(
                services.access().mayWrite(context),
                services.settings().largestUpload() / MEGABYTE,
                only,
                jobs.stream().map(IngestPage.Work::of).toList());
    }

    private static IngestPage job(Context context, Services services) {
        JobStatus status = services.jobs()
                .find(context.pathParam("id"))
                .orElseThrow(() -> Problem.of(
                        410, "jobs are forgotten when the server stops, what they added is not: see 'Add articles'"));
        return page(context, services, true, List.of(status));
    }

    private static void submit(Context context, Services services) {
        String address = field(context, "address");
        Optional<UploadedFile> file =
                Optional.ofNullable(context.uploadedFile("file")).filter(sent -> sent.size() > 0);
        if (file.isEmpty() && Links.outside(address).isEmpty()) {
            throw Problem.of(
                    400,
                    address.isEmpty()
                            ? "neither an address nor a file was given: give one"
                            : "'" + address + "' is no address of a page: it begins with http:// or https://");
        }
        Submission submission = file.<Submission>map(WebPages::kept).orElseGet(() -> new Submission.Address(address));
        context.redirect(
                "/ingest/" + Links.encoded(services.jobs().submit(submission).id()), HttpStatus.SEE_OTHER);
    }

    private static Submission kept(UploadedFile sent) {
        String name = sent.filename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        try (InputStream bytes = sent.content()) {
            int dot = name.indexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot).replaceAll("[^A-Za-z0-9.]", "");
            Path file = Files.createTempFile("onrecord-", ending.length() > 20 ? "" : ending);
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return new Submission.Upload(name.isBlank() ? "upload" : name, file);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping what was sent failed", e);
        }
    }

    private static void stop(Context context, Services services) {
        String id = context.pathParam("id");
        services.jobs().cancel(id);
        context.redirect("/ingest/" + Links.encoded(id), HttpStatus.SEE_OTHER);
    }

    private static SavedPage saved(Context context, Services services) {
        boolean writable = services.access().mayWrite(context);
        String query = parameter(context, "query");
        List<SavedSearch> searches = services.saved().all();
        return services.enquiries().ask(reading -> SavedPage.of(writable, query, searches, reading.search()));
    }

    private static void save(Context context, Services services) {
        String name = field(context, "name");
        String query = field(context, "query");
        if (name.isEmpty() || query.isEmpty()) {
            throw Problem.of(400, "a saved search has a name and a query: give both");
        }
        services.saved().put(new SavedSearch(name, query));
        context.redirect("/saved", HttpStatus.SEE_OTHER);
    }

    private static void forget(Context context, Services services) {
        services.saved().remove(field(context, "name"));
        context.redirect("/saved", HttpStatus.SEE_OTHER);
    }
}
