package org.onrecord.app.pages.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.view.Words;
import org.onrecord.document.Article;
import org.onrecord.document.Byline;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.search.Hit;

/**
 * An article as it is read on its page.
 *
 * @param titled whether the text begins with the title, which is not repeated then
 * @param original address of the page it was read from, where that is one of the web
 * @param origin from where it was read
 * @param remarks what a reader should know before reading: it is cut off, or in a language that is not read
 * @param copies of it elsewhere
 */
public record ArticlePage(
        String id,
        String title,
        boolean titled,
        String language,
        Optional<String> site,
        Optional<String> published,
        String byline,
        Optional<String> original,
        String origin,
        Optional<String> fetched,
        List<String> remarks,
        List<Block> blocks,
        List<CastMember> speakers,
        int figures,
        List<Copy> copies) {
    /** Up to the headline, where that stands near the top: then it stands above all else. */
    public List<Block> head() {
        for (int i = 0; i < Math.min(HEAD, blocks.size()); i++) {
            if (blocks.get(i).title()) {
                return blocks.subList(0, i + 1);
            }
        }
        return List.of();
    }

    public List<Block> body() {
        return blocks.subList(head().size(), blocks.size());
    }

    /** The same article in another place. */
    public record Copy(String link, String place) {}

    private static final int HEAD = 4;

    public ArticlePage {
        remarks = List.copyOf(remarks);
        blocks = List.copyOf(blocks);
        speakers = List.copyOf(speakers);
        copies = List.copyOf(copies);
    }

    /**
     * Makes the page.
     *
     * @param fetched when it was on the web, where that is known
     * @param lit the finding that the address asks to highlight
     * @param copies other articles of its cluster
     */
    public static ArticlePage of(
            Document document, String origin, Optional<Instant> fetched, Optional<String> lit, List<Hit> copies) {
        Article article = document.article();
        Cast cast = new Cast(document);
        Segments segments = new Segments(document.text(), Marks.of(document, cast, lit));
        List<Note> notes = Notes.of(document, cast, new Citations(document));
        Optional<String> original = article.metadata().url().flatMap(Links::outside);
        List<Block> blocks = Block.of(article, original, segments, stretch -> Notes.within(notes, stretch));
        boolean titled = blocks.stream().anyMatch(Block::title);
        return new ArticlePage(
                article.id(),
                article.metadata().title().map(Words::oneLine).orElseGet(() -> heading(blocks, origin)),
                titled,
                article.language(),
                article.metadata().site().map(Words::oneLine),
                article.metadata().published().map(Phrases::time),
                String.join(", ", Byline.names(article)),
                original,
                origin,
                fetched.map(Phrases::time),
                remarks(article),
                blocks,
                cast.members(),
                document.all(Kind.CASUALTY).size(),
                copies.stream().map(ArticlePage::copy).toList());
    }

    private static String heading(List<Block> blocks, String origin) {
        return blocks.stream()
                .filter(Block::title)
                .map(block -> Words.oneLine(block.characters()))
                .findFirst()
                .orElse(origin);
    }

    private static List<String> remarks(Article article) {
        List<String> remarks = new java.util.ArrayList<>();
        switch (article.status()) {
            case TRUNCATED -> remarks.add("Only the beginning of this article was on the page.");
            case PAYWALLED -> remarks.add("The rest of this article is behind a paywall.");
            case NOT_ARTICLE -> remarks.add("This page does not look like an article.");
            case COMPLETE -> {}
        }
        if (!article.isEnglish()) {
            remarks.add("This article is not in English (" + article.language()
                    + "): it is kept and can be searched, but nobody’s words are picked out.");
        }
        return remarks;
    }

    private static Copy copy(Hit hit) {
        return new Copy(
                Links.article(hit.article()),
                hit.publisher()
                        + hit.published().map(time -> ", " + Phrases.time(time)).orElse(""));
    }
}
