package org.onrecord.app.pages;

import org.onrecord.app.pages.article.ArticlePage;
import org.onrecord.app.pages.search.SearchPage;

/** The pages of the site as HTML. */
public final class Pages {
    private Pages() {}

    public static String article(ArticlePage page) {
        return Templates.render(
                "article", new Shell(page.title() + " – onrecord", Shell.Section.ELSEWHERE, "", true), page);
    }

    public static String search(SearchPage page) {
        String title = page.isFront() ? "onrecord" : page.query() + " – onrecord";
        return Templates.render("search", new Shell(title, Shell.Section.SEARCH, page.query(), true), page);
    }
}
