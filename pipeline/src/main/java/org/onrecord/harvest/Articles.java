package org.onrecord.harvest;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Zone;
import org.onrecord.harvest.page.BlockModel;
import org.onrecord.harvest.page.PageReader;

/** Makes articles of pages and plain text. */
public final class Articles {
    /** Characters; ten times the longest report in a newspaper. */
    static final int LONGEST = 1_000_000;

    private final Languages languages;
    private final HtmlArticles html;

    private Articles(Languages languages, PageReader pages) {
        this.languages = languages;
        this.html = new HtmlArticles(languages, pages);
    }

    /** Reads the models from the class path; takes about a second. */
    public static Articles load() {
        return with(BlockModel.load());
    }

    /** With another model of pages than the one that comes with the program. */
    public static Articles with(BlockModel model) {
        return new Articles(Languages.load(), new PageReader(model));
    }

    /**
     * The article on a page, which is one even where the page is a live blog.
     *
     * @param page as fetched
     * @throws UnreadableException if it is not text, or holds no article
     */
    public Article ofPage(byte[] page) throws UnreadableException {
        return ofPage(Decoder.decode(page), Optional.empty());
    }

    /**
     * The characters of a page.
     *
     * @param page as fetched
     * @throws UnreadableException if it is not text
     */
    public static String decoded(byte[] page) throws UnreadableException {
        return Decoder.decode(page);
    }

    Article ofPage(String markup, Optional<URI> address) throws UnreadableException {
        return html.read(markup, address);
    }

    /**
     * What a page holds: one article, or the posts of a live blog.
     *
     * @throws UnreadableException if it is not text, or holds no article
     */
    List<Portion> onPage(byte[] page, Optional<Charset> told, Optional<URI> address) throws UnreadableException {
        return onPage(Decoder.decode(page, told), address);
    }

    List<Portion> onPage(String markup, Optional<URI> address) throws UnreadableException {
        return html.portions(markup, address);
    }

    /**
     * The text as it is; what is page furniture becomes a zone, nothing is cut.
     *
     * @throws UnreadableException if it has no letters, or is too long for an article
     */
    public Article ofText(String text) throws UnreadableException {
        if (text.codePoints().noneMatch(Character::isLetter)) {
            throw new UnreadableException("is not an article: it has no letters");
        }
        requireLength(text);
        List<Zone> zones = PlainText.zones(text);
        Metadata metadata =
                PlainText.headline(text, zones).map(Metadata.NONE::withTitle).orElse(Metadata.NONE);
        return new Article(text, zones, metadata, languages.of(text), Article.Status.COMPLETE);
    }

    static void requireLength(String text) throws UnreadableException {
        if (text.length() > LONGEST) {
            throw new UnreadableException(
                    "has " + text.length() + " characters, which no article has: split it into articles");
        }
    }

    List<Portion> onEither(String text) throws UnreadableException {
        return Decoder.looksLikeMarkup(text) ? onPage(text, Optional.empty()) : List.of(Portion.whole(ofText(text)));
    }
}
