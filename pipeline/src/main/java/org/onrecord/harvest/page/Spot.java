package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One block in its page: what the traits ask about. */
final class Spot {
    private final Layout layout;
    private final int index;
    private final Block block;
    private final Set<String> around = new HashSet<>();
    private final boolean inArticleBody;

    Spot(Layout layout, int index) {
        this.layout = layout;
        this.index = index;
        this.block = layout.blocks().get(index);
        boolean marked = false;
        for (Element element = block.owner(); element != null; element = element.parent()) {
            around.add(element.normalName());
            marked |= element.attributesSize() > 0 && element.attr("itemprop").contains("articleBody");
        }
        this.inArticleBody = marked;
    }

    Layout layout() {
        return layout;
    }

    int index() {
        return index;
    }

    Block block() {
        return block;
    }

    boolean isInside(String tag) {
        return around.contains(tag);
    }

    boolean inArticleBody() {
        return inArticleBody;
    }

    /** The block so many places on (or back, if negative), where there is one. */
    Optional<Block> neighbour(int distance) {
        int other = index + distance;
        return other >= 0 && other < layout.blocks().size()
                ? Optional.of(layout.blocks().get(other))
                : Optional.empty();
    }

    /** What lies below the element so many steps out from the block's own. */
    Optional<Region> outer(int steps) {
        Element element = block.owner();
        for (int i = 0; i < steps && element != null; i++) {
            element = element.parent();
        }
        return Optional.ofNullable(element).map(layout::region);
    }

    int siblings() {
        Element parent = block.owner().parent();
        return parent == null ? 0 : parent.childrenSize();
    }

    /** Steps out to an element that also holds the region. */
    int stepsTo(Region region) {
        int steps = 0;
        for (Element element = block.owner(); element != null; element = element.parent()) {
            if (layout.region(element).holds(region)) {
                return steps;
            }
            steps++;
        }
        return steps;
    }

    /** The innermost element that also holds the region. */
    Optional<Element> commonWith(Region region) {
        for (Element element = block.owner(); element != null; element = element.parent()) {
            if (layout.region(element).holds(region)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    Optional<Region> title() {
        int title = layout.titleBlock();
        return title < 0
                ? Optional.empty()
                : Optional.of(layout.region(layout.blocks().get(title).owner()));
    }

    Optional<Element> article() {
        @Nullable Element article = Layout.enclosingArticle(block.owner());
        return Optional.ofNullable(article);
    }

    Optional<Block> heading() {
        int heading = layout.headingBefore(index);
        return heading < 0 ? Optional.empty() : Optional.of(layout.blocks().get(heading));
    }

    /** A share of the characters that pass. */
    double share(IntPredicate passes) {
        String text = block.text();
        return (double) text.chars().filter(passes).count() / text.length();
    }

    double count(IntPredicate passes) {
        return block.text().chars().filter(passes).count();
    }

    static <T> double or(Optional<T> value, double absent, ToDoubleFunction<T> reading) {
        return value.isPresent() ? reading.applyAsDouble(value.get()) : absent;
    }

    /** 2 for the end of a sentence, 1 for another closing mark, else 0. */
    static double closing(Block block) {
        char last = block.text().charAt(block.text().length() - 1);
        return ".!?。！？।".indexOf(last) >= 0 ? 2 : "\"”'’»)]…:;,」』".indexOf(last) >= 0 ? 1 : 0;
    }

    /** 2 where a neighbour has the same parent and tag, 1 for the same parent, else 0. */
    double kinship(Block other) {
        boolean sameParent =
                Objects.equals(other.owner().parent(), block.owner().parent());
        return !sameParent ? 0 : other.tag().equals(block.tag()) ? 2 : 1;
    }

    List<Element> outwards() {
        List<Element> elements = new ArrayList<>();
        for (Element element = block.owner(); element != null; element = element.parent()) {
            elements.add(element);
        }
        return elements;
    }
}
