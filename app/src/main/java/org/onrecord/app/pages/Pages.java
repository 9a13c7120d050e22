package org.onrecord.app.pages;

import org.onrecord.app.pages.article.ArticlePage;
import org.onrecord.app.pages.ledger.LedgerPage;
import org.onrecord.app.pages.search.SearchPage;
import org.onrecord.app.pages.speaker.SpeakerPage;

/** The pages of the site as HTML. */
public final class Pages {
    private Pages() {}

    public static String article(ArticlePage page) {
        return Templates.render("article", elsewhere(page.title()), page);
    }

    public static String search(SearchPage page) {
        String title = page.isFront() ? "onrecord" : page.query() + " – onrecord";
        return Templates.render("search", new Shell(title, Shell.Section.SEARCH, page.query(), true), page);
    }

    public static String speaker(SpeakerPage.Answer answer) {
        return switch (answer) {
            case SpeakerPage.Answer.One one ->
                Templates.render("speaker", elsewhere(one.page().name()), one.page());
            case SpeakerPage.Answer.Choice choice -> Templates.render("speakers", elsewhere(choice.name()), choice);
        };
    }

    public static String ledger(LedgerPage page) {
        String title = page.query().isBlank() ? "Tolls – onrecord" : page.query() + " – tolls – onrecord";
        return Templates.render("ledger", new Shell(title, Shell.Section.LEDGER, "", true), page);
    }

    private static Shell elsewhere(String title) {
        return new Shell(title + " – onrecord", Shell.Section.ELSEWHERE, "", true);
    }

    public static String ingest(IngestPage page) {
        boolean running = page.jobs().stream().anyMatch(job -> !job.state().isEnd());
        return Templates.render(
                "ingest", new Shell("Add articles – onrecord", Shell.Section.INGEST, "", false, running), page);
    }

    public static String saved(SavedPage page) {
        return Templates.render("saved", new Shell("Saved searches – onrecord", Shell.Section.SAVED, "", false), page);
    }

    public static String help() {
        return Templates.render("help", new Shell("Help – onrecord", Shell.Section.HELP, "", false), "");
    }

    public static String error(ErrorPage page) {
        return Templates.render(
                "error", new Shell(page.title() + " – onrecord", Shell.Section.ELSEWHERE, "", false), page);
    }
}
