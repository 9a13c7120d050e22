package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;

class PageAddressTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example:443/a/B/, https://news.example/a/B",
        "http://news.example:80/a, http://news.example/a",
        "https://news.example:8443/a, https://news.example:8443/a",
        "https://news.example, https://news.example",
        "https://news.example/, https://news.example",
        "https://news.example/a#comments, https://news.example/a",
        "https://news.example/a/?utm_source=x&utm_medium=y#top, https://news.example/a",
        "https://news.example/a?id=7&fbclid=z, https://news.example/a?id=7",
        "https://news.example/a?gclid=z&id=7&UTM_Campaign=q, https://news.example/a?id=7",
        "https://news.example/a?page=2&id=7, https://news.example/a?id=7&page=2",
        "https://news.example/a/../b/./c, https://news.example/b/c",
        "https://news.example/%7Eada, https://news.example/~ada",
        "' https://news.example/a ', https://news.example/a",
    })
    void spellingsOfOnePage(String spelling, String address) {
        assertEquals(address, PageAddress.of(spelling));
        assertEquals(address, PageAddress.of(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a?id=7, https://news.example/a?id=8",
        "https://news.example/a, https://news.example/A",
        "https://news.example/a?ref=front, https://news.example/a",
        "https://news.example/a?page=2, https://news.example/a",
        "https://news.example/#!/a, https://news.example/#!/b",
        "https://news.example/a, https://www.news.example/a",
        "http://news.example/a, https://news.example/a",
        "https://news.example/a?xutm_source=1, https://news.example/a",
    })
    void otherPages(String one, String other) {
        assertNotEquals(PageAddress.of(one), PageAddress.of(other));
    }

    @ParameterizedTest
    @CsvSource({"one.txt", "urn:newsml:example:1", "https://", "http://[::1]/a", "''"})
    void whatCannotBeReadStaysAsItIs(String given) {
        assertEquals(given, PageAddress.of(given));
    }

    @Test
    void theHostIsThePublisherWhereNothingElseIsKnown() {
        assertEquals(Optional.of("news.example"), PageAddress.host("https://News.Example:8443/a b?x=|"));
        assertEquals(Optional.empty(), PageAddress.host("news/a.txt"));
    }

    @Property(tries = 500)
    void onceIsEnough(@ForAll String rest) {
        String once = PageAddress.of("https://news.example/" + rest);
        assertEquals(once, PageAddress.of(once));
    }

    @Test
    void aFileUnderTwoPathsIsOneArticle() {
        Article file = Article.ofBody("The bridge was closed.");
        assertEquals(ArticleKey.of(file, "news/a.txt"), ArticleKey.of(file, "./news/../news/a.txt"));
        assertNotEquals(ArticleKey.of(file, "news/a.txt"), ArticleKey.of(file, "old/a.txt"));
        Article page = at("https://News.example/a/?utm_source=x");
        assertEquals("https://news.example/a", ArticleKey.of(page, "news/a.txt"));
        assertEquals("https://news.example/a", ArticleKey.of(file, "https://news.example/a#top"));
    }

    private static Article at(String url) {
        Article text = Article.ofBody("The bridge was closed.");
        return new Article(text.text(), text.zones(), Metadata.NONE.withUrl(url), "en", Article.Status.COMPLETE);
    }

    @Test
    void aPartOfAPageIsAnArticleOfItsOwn() {
        // A post of a live blog was read from that part of its page; else a fragment says nothing.
        Article post = at("https://news.example/a?utm_source=x#p7");
        assertEquals("https://news.example/a#p7", ArticleKey.of(post, "https://news.example/a#p7"));
        assertEquals("https://news.example/a#p7", ArticleKey.of(post, "saved/a.html#p7"));
        assertEquals("https://news.example/a", ArticleKey.of(post, "https://news.example/a"));
        assertEquals("https://news.example/a", ArticleKey.of(post, "saved/a.html"));
        assertEquals("https://news.example#!/a", ArticleKey.of(at("https://news.example/#!/a"), "saved.html#!/a"));
    }
}
