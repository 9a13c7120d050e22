package org.onrecord.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All items of one kind in an article, from one producer. Ids are unique within it. */
public record Layer<A extends Annotation>(Kind<A> kind, List<A> items, Provenance provenance) {
    public Layer {
        items = List.copyOf(items);
        Set<String> ids = new HashSet<>();
        for (A item : items) {
            if (!kind.type().isInstance(item)) {
                throw new IllegalArgumentException(item.id() + " is no " + kind);
            }
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("two items of kind " + kind + " are called " + item.id());
            }
        }
    }
}
