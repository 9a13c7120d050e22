package org.onrecord.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.app.view.ClaimGroupView;
import org.onrecord.app.view.FacetView;
import org.onrecord.app.view.HitView;
import org.onrecord.app.view.LedgerView;
import org.onrecord.app.view.SpeakerView;
import org.onrecord.search.ClaimGroup;
import org.onrecord.search.ClaimGroups;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.search.ledger.Event;
import org.onrecord.search.ledger.Ledger;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.Reports;
import org.onrecord.search.speaker.SpeakerAnswer;
import org.onrecord.search.speaker.Speakers;

/** What is read from the index, in the shapes of the command line. */
final class FindingEndpoints {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> ROWS = Set.of("copies", "sort", "explain", "format");
    private static final Set<String> FORMAT = Set.of("format");
    private static final Set<Hit.Type> CLAIMED = Set.of(Hit.Type.QUOTE, Hit.Type.CLAIM, Hit.Type.FIGURE);

    private final Paging paging;

    FindingEndpoints(Paging paging) {
        this.paging = paging;
    }

    List<Endpoint> all() {
        Set<String> rows = Parameters.all(Parameters.NARROWING, Parameters.PAGE, ROWS);
        Set<String> figures = Parameters.all(rows, Parameters.FIGURES);
        Set<String> everything = Parameters.all(figures, Set.of("type"));
        Set<String> groups = Parameters.all(Parameters.NARROWING, Parameters.PAGE, FORMAT);
        return List.of(
                Endpoint.get("/search", everything, context -> rows(context, new Parameters(context).types())),
                Endpoint.get("/quotes", rows, context -> rows(context, Set.of(Hit.Type.QUOTE))),
                Endpoint.get("/figures", figures, context -> rows(context, Set.of(Hit.Type.FIGURE))),
                Endpoint.get("/articles", rows, context -> rows(context, Set.of(Hit.Type.ARTICLE))),
                Endpoint.get("/articles/{id}", Set.of("origin"), this::article),
                Endpoint.get("/claims", groups, this::claims),
                Endpoint.get("/ledger", groups, this::ledger),
                Endpoint.get(
                        "/facets",
                        Parameters.all(Parameters.NARROWING, Parameters.FIGURES, Set.of("type", "copies"), FORMAT),
                        this::facets),
                Endpoint.get("/speakers", Parameters.NARROWING, this::speakers),
                Endpoint.get(
                        "/speakers/{name}",
                        Parameters.all(Parameters.NARROWING, Parameters.PAGE, Set.of("sort", "format")),
                        this::speaker));
    }

    private void rows(Context context, Set<Hit.Type> types) {
        Parameters given = new Parameters(context);
        Request request = given.request(types, given.flag("copies"));
        int limit = given.limit(10);
        Parameters.Format format = given.format();
        boolean explained = given.flag("explain");
        if (explained && format == Parameters.Format.CSV) {
            throw Problem.of(400, "'explain' is not for CSV: leave 'format' out");
        }
        paging.answer(context, limit, (search, offset) -> {
            Request page = request.page(limit, offset);
            if (explained) {
                FindingSearch.Explained found = search.explain(page);
                return new Paging.Page(HitView.json(found), found.result().total());
            }
            FindingSearch.Result result = search.search(page);
            return new Paging.Page(
                    format == Parameters.Format.CSV ? HitView.csv(result) : HitView.json(result), result.total());
        });
    }

    /** A speaker by the whole name, or a part of one that only one has. */
    private void speaker(Context context) {
        Parameters given = new Parameters(context);
        String name = context.pathParam("name");
        Request request = given.request(Set.of(), false, Request.Order.NEWEST);
        int limit = given.limit(10);
        Parameters.Format format = given.format();
        paging.answer(context, limit, (search, offset) -> switch (new Speakers(search)
                .find(name, request.page(limit, offset))) {
            case SpeakerAnswer.Found found ->
                new Paging.Page(
                        format == Parameters.Format.CSV
                                ? SpeakerView.csv(found.profile())
                                : SpeakerView.json(found.profile()),
                        found.profile().rows().total());
            case SpeakerAnswer.Several several ->
                throw Problem.several(
                        "several speakers may be meant: give the whole name of one of them", names(several));
            case SpeakerAnswer.Nobody nobody ->
                throw Problem.of(
                        404,
                        "nobody of this name says anything in this index: see who does at " + Api.ROOT + "/speakers");
        });
    }

    private static List<String> names(SpeakerAnswer.Several several) {
        return several.speakers().stream().map(Facets.Count::value).toList();
    }

    private void claims(Context context) {
        Parameters given = new Parameters(context);
        Request request = given.request(CLAIMED, true).page(Request.MOST, 0);
        int limit = given.limit(20);
        Parameters.Format format = given.format();
        paging.answer(context, limit, (search, offset) -> {
            FindingSearch.Result result = search.search(request);
            List<ClaimGroup> groups = ClaimGroups.of(result.hits());
            List<ClaimGroup> shown = part(groups, offset, limit);
            return new Paging.Page(
                            format == Parameters.Format.CSV
                                    ? ClaimGroupView.csv(shown)
                                    : ClaimGroupView.json(shown, groups.size()),
                            groups.size())
                    .noting(
                            result.total() > Request.MOST,
                            "only the best " + Request.MOST + " of " + result.total() + " findings are grouped");
        });
    }

    private void ledger(Context context) {
        Parameters given = new Parameters(context);
        Request request = given.request(Set.of(Hit.Type.FIGURE), false).page(Request.MOST, 0);
        int limit = given.limit(10);
        Parameters.Format format = given.format();
        paging.answer(context, limit, (search, offset) -> {
            List<Report> reports = Reports.find(search, request);
            List<Event> events = Ledger.of(reports).events();
            List<Event> shown = part(events, offset, limit);
            return new Paging.Page(
                            format == Parameters.Format.CSV
                                    ? LedgerView.csv(shown)
                                    : LedgerView.json(shown, events.size()),
                            events.size())
                    .noting(reports.size() == Request.MOST, "only the best " + Request.MOST + " figures are gathered");
        });
    }

    private static <T> List<T> part(List<T> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    private void facets(Context context) {
        Parameters given = new Parameters(context);
        Request request = given.request(given.types(), given.flag("copies"));
        Parameters.Format format = given.format();
        paging.answer(context, search -> {
            Facets facets = search.facets(request);
            return Optional.of(format == Parameters.Format.CSV ? FacetView.csv(facets) : FacetView.json(facets));
        });
    }

    private void speakers(Context context) {
        Request request = new Parameters(context).request(Set.of(Hit.Type.QUOTE, Hit.Type.CLAIM), false);
        paging.answer(context, search -> {
            ObjectNode json = MAPPER.createObjectNode();
            ArrayNode speakers = json.putArray("speakers");
            Map<Facets.By, List<Facets.Count>> values = search.facets(request).values();
            values.getOrDefault(Facets.By.SPEAKER, List.of())
                    .forEach(each ->
                            speakers.addObject().put("name", each.value()).put("rows", each.rows()));
            return Optional.of(json + "\n");
        });
    }

    /** An id is the SHA-256 of a text; there is nothing under any other. */
    private void article(Context context) {
        String id = context.pathParam("id");
        Optional<String> origin = new Parameters(context).text("origin");
        if (!id.matches("[0-9a-f]{64}")) {
            throw Problem.of(404, "an article is known by the 64 hexadecimal digits of its id");
        }
        paging.answer(context, search -> search.article(id, origin).map(article -> article.json() + "\n"));
    }
}
