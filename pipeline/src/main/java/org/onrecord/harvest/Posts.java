package org.onrecord.harvest;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;
import org.onrecord.harvest.fetch.WebAddress;
import org.onrecord.harvest.page.LiveBlog;

/**
 * Makes an article of each post of a live blog. A title that is only the blog's is not part of the text: its figures would
 * be found in every post.
 */
final class Posts {
    /** Letters with which a post tells its language by itself. */
    private static final int ENOUGH = 200;

    private static final int HASH = 8;

    private final Languages languages;
    private final Metadata blog;
    private final Optional<URI> page;

    /** @param blog what the page says of itself, its URL included where it has one */
    Posts(Languages languages, Metadata blog) {
        this.languages = languages;
        this.blog = blog;
        this.page = blog.url().flatMap(WebAddress::parse);
    }

    /**
     * The summary, if there is one, and the posts in page order.
     *
     * @throws UnreadableException if a post is too long for an article
     */
    List<Portion> portions(LiveBlog live, Optional<Article> summary) throws UnreadableException {
        List<ArticleText> texts = live.posts().stream().map(this::text).toList();
        String language = languages.of(
                String.join("\n", texts.stream().map(ArticleText::toString).toList()));
        Map<Optional<PublicationTime>, Integer> times = new HashMap<>();
        live.posts().forEach(post -> times.merge(post.published(), 1, Integer::sum));
        List<Portion> portions = new ArrayList<>();
        summary.map(Portion::whole).ifPresent(portions::add);
        for (int i = 0; i < texts.size(); i++) {
            LiveBlog.Post post = live.posts().get(i);
            ArticleText text = texts.get(i);
            String own = text.toString();
            Articles.requireLength(own);
            boolean alone = times.getOrDefault(post.published(), 0) == 1;
            Part part = part(post, own, alone);
            portions.add(new Portion(
                    Optional.of(part.name()),
                    text.article(
                            metadata(post, part),
                            letters(own) < ENOUGH ? language : languages.of(own),
                            text.status())));
        }
        return portions;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private ArticleText text(LiveBlog.Post post) {
        ArticleText text = new ArticleText();
        boolean begins = post.paragraphs().stream()
                .findFirst()
                .flatMap(first ->
                        post.title().filter(title -> folded(first.text()).startsWith(folded(title))))
                .isPresent();
        if (!begins) {
            post.title().ifPresent(title -> text.headline(title, Optional.empty()));
        }
        text.paragraphs(post.paragraphs(), begins ? Optional.empty() : post.title());
        return text;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Metadata metadata(LiveBlog.Post post, Part part) {
        return new Metadata(
                part.url(),
                blog.site(),
                post.title().or(blog::title),
                post.authors(),
                post.published().or(() -> blog.published().map(time -> PublicationTime.inferred(time.day()))),
                post.modified());
    }

    /**
     * A part of a page.
     *
     * @param name the fragment of its address, or what stands for one
     */
    private record Part(String name, Optional<String> url) {}

    /** By the address that it states where that is on the page or below it, else by its time. */
    private Part part(LiveBlog.Post post, String text, boolean aloneAtItsTime) {
        String stated = post.address().orElse("");
        int hash = stated.indexOf('#');
        String fragment = hash < 0 ? "" : clean(stated.substring(hash + 1));
        String place = hash < 0 ? stated : stated.substring(0, hash);
        Optional<URI> own = page.isPresent()
                ? WebAddress.resolve(page.get(), place).filter(address -> isOnPage(address, page.get()))
                : WebAddress.parse(place);
        if (!fragment.isEmpty()) {
            return new Part(fragment, own.or(() -> page).map(address -> address + "#" + fragment));
        }
        String made = made(post, text, aloneAtItsTime);
        boolean below = own.isPresent() && !own.equals(page);
        return new Part(made, below ? own.map(URI::toString) : page.map(address -> address + "#" + made));
    }

    /** Only letters that need no escape in an address. */
    private static String clean(String fragment) {
        return fragment.strip().replaceAll("[^\\w.~!$&'()*+,;=:@/?%-]", "_");
    }

    /** Not another article, to which a post may link. */
    private static boolean isOnPage(URI address, URI page) {
        String path = page.getRawPath();
        return address.getHost().equals(page.getHost())
                && (address.getRawPath().equals(path)
                        || address.getRawPath().startsWith(path.endsWith("/") ? path : path + "/"));
    }

    /** The same when the page is read again with more posts, and even when the post is edited. */
    private static String made(LiveBlog.Post post, String text, boolean aloneAtItsTime) {
        Optional<String> time = post.published().map(published -> digits(published.iso()));
        Stream<String> parts = aloneAtItsTime && time.isPresent()
                ? time.stream()
                : Stream.concat(
                        time.stream(), Stream.of(Article.ofBody(text).id().substring(0, HASH)));
        return "post-" + String.join("-", parts.toList());
    }

    private static String digits(String iso) {
        boolean zoned = iso.matches(".*T.*(?:Z|[+-]\\d{2}:?\\d{2})");
        String universal = zoned ? universal(iso) : iso;
        return universal.replaceAll("[^\\dTZ]", "");
    }

    private static String universal(String iso) {
        try {
            return OffsetDateTime.parse(iso)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toString();
        } catch (java.time.DateTimeException e) {
            return iso; // an offset without a colon
        }
    }
}
