package org.onrecord.harvest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Where a page points to that leads to articles rather than being one.
 *
 * @param feeds addresses of the feeds that it names, as it writes them, without those of comments
 * @param article whether the page says that it is an article
 * @param collection whether the page says that it is a collection of others
 */
public record Signposts(List<String> feeds, boolean article, boolean collection) {
    private static final Pattern TYPE =
            Pattern.compile("(?i)\\s*application/(?:rss\\+xml|atom\\+xml|feed\\+json)\\b.*");
    private static final Pattern COMMENTS = Pattern.compile("(?i)\\bcomments?\\b|kommentar");

    public Signposts {
        feeds = List.copyOf(feeds);
    }

    public static Signposts of(String markup) {
        Marked marked = Marked.of(Jsoup.parse(markup));
        Metas metas = Metas.of(marked);
        LinkedData linked = LinkedData.of(marked);
        // A front page may list what it leads to as articles.
        boolean article = metas.all("og:type").stream()
                        .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("article"))
                || linked.articles().count() == 1;
        return new Signposts(
                feeds(marked),
                article,
                linked.ofType(Set.of("CollectionPage", "SearchResultsPage"))
                        .findAny()
                        .isPresent());
    }

    private static List<String> feeds(Marked marked) {
        return marked.links().stream()
                .filter(link ->
                        Stream.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1))
                                        .anyMatch("alternate"::equals)
                                && TYPE.matcher(link.attr("type")).matches())
                .filter(link -> !isOfComments(link))
                .map(link -> link.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isOfComments(Element link) {
        return COMMENTS.matcher(link.attr("title")).find()
                || COMMENTS.matcher(link.attr("href")).find();
    }
}
