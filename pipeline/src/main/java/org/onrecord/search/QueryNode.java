package org.onrecord.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A query as it was read, before anything is known of an index. */
sealed interface QueryNode {
    /**
     * One value to find.
     *
     * @param value without its quotation marks
     * @param phrase whether it stood in quotation marks
     * @param slop words that may stand between those of a phrase
     * @param column offset in the query where the term begins
     */
    record Leaf(Optional<String> field, String value, boolean phrase, int slop, int column) implements QueryNode {
        /** As one would write it. */
        String written() {
            String near = slop == 0 ? "" : "~" + slop;
            return field.map(name -> name + ":").orElse("") + (phrase ? '"' + value + '"' + near : value);
        }
    }

    /** What must not be found. */
    record Not(QueryNode node) implements QueryNode {}

    /** All must be found. */
    record All(List<QueryNode> nodes) implements QueryNode {
        public All {
            nodes = List.copyOf(nodes);
        }
    }

    /** One must be found. */
    record Any(List<QueryNode> nodes) implements QueryNode {
        public Any {
            nodes = List.copyOf(nodes);
        }
    }

    /** The terms that something found may have matched: those that are not excluded. */
    default Stream<Leaf> wanted() {
        return switch (this) {
            case Leaf leaf -> Stream.of(leaf);
            case Not not -> Stream.empty();
            case All all -> all.nodes().stream().flatMap(QueryNode::wanted);
            case Any any -> any.nodes().stream().flatMap(QueryNode::wanted);
        };
    }
}
