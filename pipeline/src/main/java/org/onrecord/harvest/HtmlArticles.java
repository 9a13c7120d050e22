package org.onrecord.harvest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.harvest.page.LiveBlog;
import org.onrecord.harvest.page.PageContents;
import org.onrecord.harvest.page.PageReader;

/** From a page to an article: headline first, then the blocks of the main text, one paragraph each, with a blank line between. */
final class HtmlArticles {
    private static final int FEWEST_BODY_CHARACTERS = 120;
    private static final int SHORT_OF_WHOLE = 1500;

    private final Languages languages;
    private final PageReader pages;

    HtmlArticles(Languages languages, PageReader pages) {
        this.languages = languages;
        this.pages = pages;
    }

    /**
     * The page as one article, even where it is a live blog.
     *
     * @param address from which it came: the article's URL unless the page states one
     * @throws UnreadableException if it holds no article
     */
    Article read(String html, Optional<URI> address) throws UnreadableException {
        return whole(pages.read(html, address.map(URI::toString)), address);
    }

    /**
     * The page as the articles that it holds: one, or the posts of a live blog after what is said above them.
     *
     * @throws UnreadableException if it holds no article
     */
    List<Portion> portions(String html, Optional<URI> address) throws UnreadableException {
        PageContents page = pages.read(html, address.map(URI::toString));
        if (page.live().isEmpty()) {
            return List.of(Portion.whole(whole(page, address)));
        }
        LiveBlog live = page.live().get();
        PageContents above =
                new PageContents(page.heading(), live.summary(), page.metadata(), page.paywalled(), Optional.empty());
        return new Posts(languages, placed(page.metadata(), address))
                .portions(live, article(text(above), above, address));
    }

    private Article whole(PageContents page, Optional<URI> address) throws UnreadableException {
        ArticleText text = text(page);
        Optional<Article> article = article(text, page, address);
        if (article.isPresent()) {
            return article.get();
        }
        throw new UnreadableException(
                "is not an article: only " + text.body()
                        + " characters of running text were found on the page (an index page, an error page or an empty shell?)");
    }

    /**
     * Empty where there is too little text for one.
     *
     * @throws UnreadableException if there is too much
     */
    private Optional<Article> article(ArticleText text, PageContents page, Optional<URI> address)
            throws UnreadableException {
        String words = text.toString();
        Articles.requireLength(words);
        int body = text.body();
        Article.Status status = page.paywalled() && body < SHORT_OF_WHOLE ? Article.Status.PAYWALLED : text.status();
        return body < FEWEST_BODY_CHARACTERS
                ? Optional.empty()
                : Optional.of(text.article(placed(page.metadata(), address), languages.of(words), status));
    }

    private static Metadata placed(Metadata metadata, Optional<URI> address) {
        return address.map(from -> Canonical.placed(metadata, from)).orElse(metadata);
    }

    private static ArticleText text(PageContents page) {
        ArticleText text = new ArticleText();
        Optional<String> title = page.metadata().title();
        title.ifPresent(words -> text.headline(words, page.heading()));
        text.paragraphs(page.paragraphs(), title);
        return text;
    }
}
