package org.onrecord.eval.baseline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.eval.Extractor;

/** Every paragraph element of a page, and the title of the page. */
public final class AllParagraphs implements Extractor {
    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public Optional<Article> extract(byte[] page) {
        try {
            Document read = Jsoup.parse(new ByteArrayInputStream(page), null, "");
            String text = read.select("p").stream().map(Element::text).collect(Collectors.joining("\n\n"));
            Article article = Article.ofBody(text);
            Metadata metadata = read.title().isBlank() ? Metadata.NONE : Metadata.NONE.withTitle(read.title());
            return Optional.of(
                    new Article(article.text(), article.zones(), metadata, article.language(), article.status()));
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot be read", e);
        }
    }
}
