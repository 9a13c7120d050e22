package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.document.PublicationTime;

/**
 * The posts of a live blog as the page shows them: elements side by side, alike, each with a time and with prose of its own,
 * under names that speak of a live blog. Comments, teasers and lists of news have times too, and are none: where one of
 * these signs is missing, nothing is found.
 */
final class ShownPosts {
    private static final Pattern LIVE = Pattern.compile(
            "(?:(?<![A-Za-z])[Ll]|(?<=[a-z])L)ive(?:[Bb]log|[-_]?(?i:blog|ticker|updates?|coverage|report|text|posts?|entry|entries)(?![a-z]))");
    private static final Pattern TYPE = Pattern.compile("(?i).*LiveBlogPosting\\b.*");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)comment|kommentar|repl(?:y|ies)\\b|related|recommend|sidebar|teaser|promo|widget|carousel|most-?read|footer|archive");
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:share|sharing|social|toolbar|tags?|related|newsletter|advert\\w*|promo\\w*|comments?|byline|authors?|timestamp)(?=$|[\\s_-])");
    private static final Pattern CLOCK =
            Pattern.compile("(?i)(?:\\W*(?:at|um|updated|posted)\\W+)?\\d{1,2}[:.]\\d{2}.{0,30}");
    private static final Pattern BYLINE = Pattern.compile("(?i)(?:^|[\\s_-])(?:byline|authors?)(?=$|[\\s_-])");

    private static final int FEWEST = 3;
    /** Elements around a time in which its post is looked for. */
    private static final int HIGHEST = 12;
    /** Elements around the posts whose names count. */
    private static final int NEAR = 4;

    private static final int MOST_TIMES = 50_000;
    private static final int MOST_ROWS = 8;
    private static final int FEWEST_LETTERS = 40;
    private static final double MOST_LINKS = 0.5;
    private static final int SHORT = 60;
    private static final int LONGEST_TITLE = 200;

    private final Layout layout;
    private final Marked marked;
    private final PageDates dates;
    private final boolean declared;

    /** @param declared whether the page says elsewhere that it is a live blog */
    ShownPosts(Layout layout, Marked marked, PageDates dates, boolean declared) {
        this.layout = layout;
        this.marked = marked;
        this.dates = dates;
        this.declared = declared;
    }

    /** Elements that may be posts: of one tag and side by side. */
    private record Row(Element parent, String tag) {}

    /** One of them, with its first time and the blocks in it. */
    private static final class Candidate {
        private final Element element;
        private final Optional<PublicationTime> time;
        private final List<Block> blocks = new ArrayList<>();

        Candidate(Element element, Optional<PublicationTime> time) {
            this.element = element;
            this.time = time;
        }

        /** Letters outside links. */
        double prose() {
            return blocks.stream()
                    .filter(block -> !block.hidden())
                    .mapToDouble(block -> block.wording().letters() * (1 - block.links()))
                    .sum();
        }

        boolean isProse() {
            return prose() >= FEWEST_LETTERS;
        }

        /** Its heading leads to a page of its own. */
        boolean isTeaser() {
            return blocks.stream()
                    .filter(block -> block.headingLevel() > 0)
                    .flatMap(block -> links(block.owner()).stream())
                    .anyMatch(href -> !href.contains("#"));
        }

        private static List<String> links(Element heading) {
            List<String> links = new ArrayList<>(heading.select("a[href]").eachAttr("href"));
            Element parent = heading.parent();
            if (parent != null && parent.normalName().equals("a")) {
                links.add(parent.attr("href"));
            }
            return links;
        }
    }

    /** The posts, with the blocks they were made of; empty where it is not clear that there are any. */
    Map<LiveBlog.Post, List<Block>> find() {
        Map<LiveBlog.Post, List<Block>> posts = new LinkedHashMap<>();
        for (Candidate candidate : candidates()) {
            LiveBlog.Post post = post(candidate);
            if (post.isRead()) {
                posts.put(post, candidate.blocks);
            }
        }
        return posts.size() < FEWEST ? Map.of() : posts;
    }

    private List<Candidate> candidates() {
        List<Element> times = times();
        if (times.size() < FEWEST) {
            return List.of();
        }
        Map<Row, Set<Element>> rows = new LinkedHashMap<>();
        for (Element time : times) {
            Element inner = time;
            for (int out = 0; out < HIGHEST && inner.parent() != null; out++) {
                Element outer = inner.parent();
                if (!rows.computeIfAbsent(new Row(outer, inner.normalName()), row -> new LinkedHashSet<>())
                        .add(inner)) {
                    break; // another time was there before, and went on from here
                }
                inner = outer;
            }
        }
        return rows.entrySet().stream()
                .filter(row -> row.getValue().size() >= FEWEST)
                .filter(row -> isNamed(row.getKey().parent(), row.getValue()))
                .sorted(Comparator.comparingInt(row -> -row.getValue().size()))
                .limit(MOST_ROWS)
                .map(row -> filled(row.getValue(), times))
                .filter(ShownPosts::arePosts)
                .max(Comparator.comparingDouble(
                        posts -> posts.stream().mapToDouble(Candidate::prose).sum()))
                .orElse(List.of());
    }

    /** Elements that seem to state a time of day, in page order. */
    private List<Element> times() {
        return Stream.concat(marked.times().stream(), marked.properties("datePublished"))
                .filter(element -> stated(element).indexOf(':') > 0)
                .distinct()
                .limit(MOST_TIMES)
                .toList();
    }

    private static String stated(Element time) {
        return time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
    }

    private boolean isNamed(Element parent, Set<Element> members) {
        boolean live = declared || members.stream().filter(ShownPosts::isLive).count() * 2 > members.size();
        Element outer = parent;
        for (int out = 0; out < NEAR && outer != null && !isRoot(outer); out++, outer = outer.parent()) {
            live |= isLive(outer);
        }
        for (outer = parent; outer != null && !isRoot(outer); outer = outer.parent()) {
            String tag = outer.normalName();
            if (tag.equals("aside") || tag.equals("footer") || tag.equals("nav") || isOther(outer)) {
                return false;
            }
        }
        return live && members.stream().filter(ShownPosts::isOther).count() * 2 < members.size();
    }

    private static boolean isRoot(Element element) {
        return element.normalName().equals("body") || element.normalName().equals("html");
    }

    private static boolean isLive(Element element) {
        return LIVE.matcher(names(element)).find()
                || TYPE.matcher(element.attr("itemtype")).matches();
    }

    private static boolean isOther(Element element) {
        return OTHER.matcher(names(element)).find();
    }

    private static String names(Element element) {
        return element.attributesSize() == 0 ? "" : element.className() + " " + element.id();
    }

    private List<Candidate> filled(Set<Element> members, List<Element> times) {
        Map<Element, Candidate> candidates = new LinkedHashMap<>();
        for (Element time : times) {
            Element inner = time;
            for (int out = 0; out <= HIGHEST && inner != null; out++, inner = inner.parent()) {
                if (members.contains(inner)) {
                    candidates.computeIfAbsent(inner, element -> new Candidate(element, dates.read(stated(time))));
                    break;
                }
            }
        }
        for (Block block : layout.blocks()) {
            for (@Nullable Place place = block.place(); place != null; place = place.outer()) {
                Candidate candidate = candidates.get(place.element());
                if (candidate != null) {
                    candidate.blocks.add(block);
                    break;
                }
            }
        }
        return List.copyOf(candidates.values());
    }

    /** Most have prose of their own and no page of their own, and their times differ and run one way. */
    private static boolean arePosts(List<Candidate> candidates) {
        List<PublicationTime> times = candidates.stream()
                .flatMap(candidate -> candidate.time.stream())
                .toList();
        int later = 0;
        int earlier = 0;
        for (int i = 1; i < times.size(); i++) {
            int order = times.get(i).iso().compareTo(times.get(i - 1).iso());
            later += order > 0 ? 1 : 0;
            earlier += order < 0 ? 1 : 0;
        }
        long prose = candidates.stream().filter(Candidate::isProse).count();
        long teasers = candidates.stream().filter(Candidate::isTeaser).count();
        return times.size() * 3 >= candidates.size() * 2
                && prose * 3 >= candidates.size() * 2L
                && teasers * 3 < candidates.size()
                && new HashSet<>(times).size() * 2 > times.size()
                && Math.min(later, earlier) * 3 <= later + earlier;
    }

    private LiveBlog.Post post(Candidate candidate) {
        Optional<String> title = Optional.empty();
        List<PageContents.Paragraph> paragraphs = new ArrayList<>();
        for (Block block : candidate.blocks) {
            String text = block.text().replace('\n', ' ');
            boolean heads = block.headingLevel() > 0 || block.bold() >= 1;
            if (isNotText(block, candidate.element)) {
                continue;
            }
            if (title.isEmpty() && paragraphs.isEmpty() && heads && text.length() <= LONGEST_TITLE) {
                title = Optional.of(text);
            } else {
                paragraphs.add(layout.paragraph(block));
            }
        }
        return new LiveBlog.Post(
                address(candidate.element),
                title,
                authors(candidate.element),
                candidate.time,
                Optional.empty(),
                paragraphs);
    }

    private static boolean isNotText(Block block, Element post) {
        boolean small = block.text().length() <= SHORT;
        if (block.hidden()
                || block.wording().letters() == 0
                || (block.links() >= MOST_LINKS && block.headingLevel() == 0)
                || (small && CLOCK.matcher(block.text()).matches())
                || (small && block.headingLevel() == 0 && block.owner().selectFirst("time") != null)) {
            return true;
        }
        for (Element outer = block.owner(); outer != null && !outer.equals(post); outer = outer.parent()) {
            if (NOT_TEXT.matcher(names(outer)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> authors(Element post) {
        Stream<Element> named = post.select("[rel=author], [itemprop=author], [class], [id]").stream()
                .filter(element -> element.hasAttr("rel")
                        || element.hasAttr("itemprop")
                        || BYLINE.matcher(names(element)).find());
        return PageAuthors.clean(named.map(Element::text).filter(name -> name.length() <= SHORT));
    }

    /** Where a reader is led who asks for this post. */
    private static Optional<String> address(Element post) {
        Optional<String> stated = post.select("[itemprop=url], [itemprop=mainEntityOfPage]").stream()
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.attr("href"))
                .filter(href -> href.contains("#"))
                .findFirst();
        return stated.or(
                        () -> Optional.of(post.id()).filter(id -> !id.isBlank()).map(id -> "#" + id))
                .or(() -> post.select("a[href*=#]").stream()
                        .filter(link -> link.selectFirst("time") != null
                                || link.hasClass("permalink")
                                || link.attr("rel").toLowerCase(Locale.ROOT).contains("bookmark"))
                        .map(link -> link.attr("href"))
                        .findFirst());
    }
}
