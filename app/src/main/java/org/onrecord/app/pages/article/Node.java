package org.onrecord.app.pages.article;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of a paragraph: words, or a mark around pieces. */
public sealed interface Node {
    /** Characters of the article, as they are. */
    record Words(String text) implements Node {}

    /**
     * One stretch of a mark. A mark that another one crosses, or that goes on in the next paragraph, has several.
     *
     * @param first whether the mark begins here, and {@code last} whether it ends here
     * @param linked whether it is a link: what is within a link never is
     */
    record Marked(Mark mark, boolean first, boolean last, boolean linked, List<Node> inner) implements Node {
        public Marked {
            inner = List.copyOf(inner);
        }

        /** How it looks. */
        public String look() {
            return "m " + mark.layer().name().toLowerCase(Locale.ROOT) + " t" + mark.tint()
                    + (mark.lit() ? " lit" : "");
        }

        /** The address within the page that leads here; null for what continues a mark. */
        public @Nullable String anchor() {
            return first && !mark.anchors().isEmpty() ? mark.anchors().getFirst() : null;
        }

        /** Other names of the same place. */
        public List<String> moreAnchors() {
            return first ? mark.anchors().stream().skip(1).toList() : List.of();
        }

        /** What to show after the last word; null for nothing. */
        public @Nullable String label() {
            return last && !mark.label().isEmpty() ? mark.label() : null;
        }

        /** Where a link leads. */
        public String target() {
            return "#" + mark.note().orElse("");
        }
    }

    /** The characters, marks taken away. */
    default String characters() {
        return switch (this) {
            case Words words -> words.text();
            case Marked marked -> marked.inner().stream().map(Node::characters).reduce("", String::concat);
        };
    }
}
