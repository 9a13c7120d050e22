package org.onrecord.harvest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.onrecord.document.PublicationTime;

/** The posts of a live blog as JSON-LD gives them: {@code LiveBlogPosting} with its {@code liveBlogUpdate}s (schema.org). */
final class StatedPosts {
    private static final Set<String> TYPE = Set.of("LiveBlogPosting");
    private static final Pattern BREAKING_MARKUP = Pattern.compile("(?i)<(?:p|br|div|li|h[1-6]|blockquote)\\b");
    private static final Pattern CLOSED = Pattern.compile("(?s).*(?<![.][.])[.!?:;\"'”’»)\\]]\\s*");
    /** Beyond, a paragraph is a link to something else. */
    private static final double MOST_LINKS = 0.9;

    private final LinkedData linked;
    private final PageDates dates;

    StatedPosts(LinkedData linked, PageDates dates) {
        this.linked = linked;
        this.dates = dates;
    }

    /** Whether the page says that it is a live blog. */
    boolean isDeclared() {
        return linked.ofType(TYPE).findAny().isPresent();
    }

    /** Those of the first live blog that has some; posts without text are left out. */
    List<LiveBlog.Post> find() {
        return linked.ofType(TYPE)
                .map(this::posts)
                .filter(posts -> posts.size() >= LiveBlog.FEWEST_POSTS)
                .findFirst()
                .orElse(List.of());
    }

    private List<LiveBlog.Post> posts(JsonNode blog) {
        return Stream.of("liveBlogUpdate", "blogPost")
                .map(key -> LinkedData.all(blog.path(key))
                        .flatMap(value -> value.has("@list") ? LinkedData.all(value.path("@list")) : Stream.of(value))
                        .map(linked::resolved)
                        .filter(JsonNode::isObject)
                        .map(this::post)
                        .filter(LiveBlog.Post::isRead)
                        .toList())
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether most of the texts break off: some pages give only how each post begins. */
    static boolean areCut(List<LiveBlog.Post> posts) {
        long cut = posts.stream()
                .filter(post -> !post.paragraphs().isEmpty())
                .filter(post ->
                        !CLOSED.matcher(post.paragraphs().getLast().text()).matches())
                .count();
        return cut * 2 > posts.size();
    }

    private LiveBlog.Post post(JsonNode update) {
        String body = text(update, "articleBody", "text", "description").orElse("");
        List<PageContents.Paragraph> paragraphs = paragraphs(body);
        // A post that is a link has a title which only says so.
        boolean linkOnly = paragraphs.isEmpty() && !body.isBlank();
        return new LiveBlog.Post(
                address(update),
                linkOnly
                        ? Optional.empty()
                        : text(update, "headline", "name")
                                .map(title -> Metas.unescaped(Jsoup.parse(title).text()))
                                .filter(title -> !title.isEmpty()),
                PageAuthors.clean(LinkedData.all(update.path("author")).flatMap(PageAuthors::people)),
                time(update, "datePublished").or(() -> time(update, "dateCreated")),
                time(update, "dateModified"),
                paragraphs);
    }

    private static Optional<String> address(JsonNode update) {
        return text(update, "url", "@id")
                .or(() -> text(update, "mainEntityOfPage"))
                .or(() -> text(update.path("mainEntityOfPage"), "@id", "url"));
    }

    private Optional<PublicationTime> time(JsonNode update, String key) {
        return text(update, key).flatMap(dates::read);
    }

    /** Markup or plain text with line ends. */
    private static List<PageContents.Paragraph> paragraphs(String body) {
        String markup =
                BREAKING_MARKUP.matcher(body).find() ? body : body.strip().replaceAll("\\s*\\R\\s*", "<br><br>");
        return Blocks.of(Jsoup.parseBodyFragment(markup)).stream()
                .filter(block -> block.links() < MOST_LINKS && !block.hidden())
                .map(block -> PageContents.Paragraph.stated(block.tag(), Metas.unescaped(block.text())))
                .filter(paragraph -> !paragraph.text().isEmpty())
                .toList();
    }

    private static Optional<String> text(JsonNode node, String... keys) {
        return Stream.of(keys)
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
