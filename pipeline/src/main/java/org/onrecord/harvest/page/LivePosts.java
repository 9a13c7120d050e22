package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a page is a live blog, and splits it into its posts. What JSON-LD states goes first; what the page shows is
 * taken where it states no posts, or only how they begin.
 */
final class LivePosts {
    private static final Pattern NUMBERED = Pattern.compile("(?s)(.*?)(\\d{1,6})");
    /** Words in a row by which text is known again. */
    private static final int RUN = 4;

    private final Layout layout;
    private final StatedPosts stated;
    private final ShownPosts shown;

    LivePosts(Layout layout, Marked marked, Metas metas, LinkedData linked, PageDates dates) {
        this.layout = layout;
        this.stated = new StatedPosts(linked, dates);
        boolean declared = stated.isDeclared()
                || metas.first("og:type")
                        .filter(type -> Metas.letters(type).contains("liveblog"))
                        .isPresent();
        this.shown = new ShownPosts(layout, marked, dates, declared);
    }

    /**
     * The page in posts; empty for every other page.
     *
     * @param chosen the blocks that would be the article if it were one
     */
    Optional<LiveBlog> find(List<Block> chosen) {
        List<LiveBlog.Post> posts = stated.find();
        if (posts.isEmpty() || StatedPosts.areCut(posts)) {
            Map<LiveBlog.Post, List<Block>> found = shown.find();
            if (!found.isEmpty()) {
                Set<Block> inPosts = new HashSet<>();
                found.values().forEach(inPosts::addAll);
                return blog(List.copyOf(found.keySet()), before(chosen, inPosts));
            }
        }
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        Set<Block> inPosts = shownIn(posts, chosen);
        List<Block> summary = before(chosen, inPosts);
        return isMoreThanPosts(posts, chosen, inPosts, summary) ? Optional.empty() : blog(posts, summary);
    }

    /** Where more follows than the posts say, the page is an article with a few posts in it, or they are far from whole. */
    private static boolean isMoreThanPosts(
            List<LiveBlog.Post> posts, List<Block> chosen, Set<Block> inPosts, List<Block> summary) {
        int said = posts.stream().mapToInt(post -> post.text().length()).sum();
        int rest = chosen.stream()
                .skip(summary.size())
                .filter(block -> !inPosts.contains(block))
                .mapToInt(block -> block.text().length())
                .sum();
        return rest > said;
    }

    private Optional<LiveBlog> blog(List<LiveBlog.Post> posts, List<Block> summary) {
        List<LiveBlog.Post> clean = distinct(
                arePositions(posts)
                        ? posts.stream().map(LiveBlog.Post::withoutAddress).toList()
                        : posts);
        return clean.size() < LiveBlog.FEWEST_POSTS
                ? Optional.empty()
                : Optional.of(new LiveBlog(
                        clean, summary.stream().map(layout::paragraph).toList()));
    }

    /** The same post twice, as where it is pinned to the top, is one; an address that another post has is none. */
    private static List<LiveBlog.Post> distinct(List<LiveBlog.Post> posts) {
        Set<List<Object>> seen = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        List<LiveBlog.Post> distinct = new ArrayList<>();
        for (LiveBlog.Post post : posts) {
            if (seen.add(List.of(post.address(), post.published(), post.text()))) {
                distinct.add(
                        post.address()
                                        .filter(address -> !addresses.add(address))
                                        .isPresent()
                                ? post.withoutAddress()
                                : post);
            }
        }
        return distinct;
    }

    /** Whether the addresses only count the posts from the top, so that each moves on when one is added. */
    private static boolean arePositions(List<LiveBlog.Post> posts) {
        String prefix = "";
        int first = 0;
        for (int i = 0; i < posts.size(); i++) {
            Matcher matcher = NUMBERED.matcher(posts.get(i).address().orElse(""));
            if (!matcher.matches()) {
                return false;
            }
            int number = Integer.parseInt(matcher.group(2));
            if (i == 0) {
                prefix = matcher.group(1);
                first = number;
            }
            if (first > 1 || number != first + i || !matcher.group(1).equals(prefix)) {
                return false;
            }
        }
        return isNewestFirst(posts);
    }

    /** Where the oldest is first, numbers stay as they are. */
    private static boolean isNewestFirst(List<LiveBlog.Post> posts) {
        Optional<String> top = posts.getFirst().published().map(time -> time.iso());
        Optional<String> bottom = posts.getLast().published().map(time -> time.iso());
        return top.isEmpty() || bottom.isEmpty() || top.get().compareTo(bottom.get()) > 0;
    }

    /** What stands before all posts. Where none of them is on the page, that is everything. */
    private static List<Block> before(List<Block> chosen, Set<Block> inPosts) {
        List<Block> before = new ArrayList<>();
        for (Block block : chosen) {
            if (inPosts.contains(block)) {
                return before;
            }
            before.add(block);
        }
        return before;
    }

    /** The blocks that are titles of posts, or whose words are mostly those of posts in the same order. */
    private static Set<Block> shownIn(List<LiveBlog.Post> posts, List<Block> chosen) {
        Set<List<String>> runs = new HashSet<>();
        Set<List<String>> titles = new HashSet<>();
        posts.forEach(post -> runs.addAll(runs(Block.words(post.text()))));
        posts.forEach(post -> post.title().map(Block::words).ifPresent(titles::add));
        Set<Block> shown = new HashSet<>();
        for (Block block : chosen) {
            List<List<String>> own = runs(block.words());
            if (titles.contains(block.words())
                    || own.stream().filter(runs::contains).count() * 2 > own.size()) {
                shown.add(block);
            }
        }
        return shown;
    }

    private static List<List<String>> runs(List<String> words) {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN));
        }
        return runs;
    }
}
