package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element with blocks below it, and what is asked about it often. */
final class Place {
    private static final List<String> NAMING =
            List.of("class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-module");
    private static final int LONGEST_NAME = 24;
    private static final int PATH = 6;
    /** An odd number with bits all over: 2^64 divided by the golden ratio. */
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final int number;
    private final Element element;
    private final @Nullable Place parent;
    private final int depth;
    private final long tags;
    private final boolean articleBody;
    private final @Nullable Place article;
    private final Region region = new Region();
    private int children = -1;
    private long path;
    private long own;

    /** @param number of its own on the page, greater than the parent's */
    Place(int number, Element element, @Nullable Place parent) {
        this.number = number;
        this.element = element;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.tags = Tags.bit(element.normalName()) | (parent == null ? 0 : parent.tags);
        boolean marked = element.attributesSize() > 0
                && element.attributes().get("itemprop").contains("articleBody");
        this.articleBody = marked || (parent != null && parent.articleBody);
        this.article = element.normalName().equals("article") ? this : parent == null ? null : parent.article;
    }

    /** Elements right below it. */
    int children() {
        if (children < 0) {
            children = element.childrenSize();
        }
        return children;
    }

    /** Which of the places of its page it is, from 0; further in is a greater number. */
    int number() {
        return number;
    }

    Element element() {
        return element;
    }

    Optional<Place> parent() {
        return Optional.ofNullable(parent);
    }

    @Nullable
    Place outer() {
        return parent;
    }

    String tag() {
        return element.normalName();
    }

    /** How many elements it is below the root. */
    int depth() {
        return depth;
    }

    /**
     * Whether it is such an element or within one.
     *
     * @param tag as {@link Tags#bit}
     */
    boolean isInside(long tag) {
        return (tags & tag) != 0;
    }

    boolean inArticleBody() {
        return articleBody;
    }

    /** The innermost article element around it. */
    Optional<Place> article() {
        return Optional.ofNullable(article);
    }

    Region region() {
        return region;
    }

    /** The names that the page's authors gave it: "ArticleBody_text--2xl" is article, body, text and xl. */
    List<String> names() {
        return naming().stream().flatMap(value -> split(value).stream()).toList();
    }

    /** Its class, its id and the like, where it has them. */
    List<String> naming() {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        List<String> naming = new ArrayList<>();
        Attributes attributes = element.attributes();
        for (String attribute : NAMING) {
            String value = attributes.get(attribute);
            if (!value.isEmpty()) {
                naming.add(value);
            }
        }
        return naming;
    }

    /** A hash of the tags and classes of the innermost elements: paragraphs of one text share it. */
    long path() {
        if (path == 0) {
            Place place = this;
            for (int out = 0; place != null && out < PATH; place = place.parent, out++) {
                path = (path + place.own()) * MIX;
            }
        }
        return path;
    }

    private long own() {
        if (own == 0) {
            own = 31L * tag().hashCode() + element.className().hashCode();
        }
        return own;
    }

    /** At every change from small to capital and at what is no letter; digits at the end left out. */
    static List<String> split(String names) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            boolean inside = i < names.length() && Character.isLetterOrDigit(names.charAt(i));
            boolean hump = inside
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (!inside || hump) {
                int end = i;
                while (end > start && Character.isDigit(names.charAt(end - 1))) {
                    end--;
                }
                if (end - start > 1 && end - start < LONGEST_NAME) {
                    parts.add(names.substring(start, end).toLowerCase(Locale.ROOT));
                }
                start = hump ? i : i + 1;
            }
        }
        return parts;
    }
}
