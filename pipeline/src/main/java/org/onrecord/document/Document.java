package org.onrecord.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article and the layers found in it so far. Immutable: {@link #with} makes a new one. */
public final class Document {
    private final Article article;
    private final Map<Kind<?>, Layer<?>> layers;

    private Document(Article article, Map<Kind<?>, Layer<?>> layers) {
        this.article = article;
        this.layers = layers;
    }

    public static Document of(Article article) {
        return new Document(article, Map.of());
    }

    public Article article() {
        return article;
    }

    public String text() {
        return article.text();
    }

    /**
     * This document with one layer more, or with that kind's layer replaced.
     *
     * @throws IllegalArgumentException if an item lies outside the text
     */
    public Document with(Layer<?> layer) {
        int length = article.text().length();
        for (Annotation item : layer.items()) {
            if (item.extent().end() > length) {
                throw new IllegalArgumentException(layer.kind() + " " + item.id() + " ends at "
                        + item.extent().end() + ", after the text of length " + length);
            }
        }
        Map<Kind<?>, Layer<?>> more = new LinkedHashMap<>(layers);
        more.put(layer.kind(), layer);
        return new Document(article, more);
    }

    /** The layer of that kind, if its stage has run. */
    @SuppressWarnings("unchecked") // a layer is only ever stored under its own kind
    public <A extends Annotation> Optional<Layer<A>> find(Kind<A> kind) {
        return Optional.ofNullable((Layer<A>) layers.get(kind));
    }

    /** The items of that kind: none where its stage found none or has not run. */
    public <A extends Annotation> List<A> all(Kind<A> kind) {
        return find(kind).map(Layer::items).orElse(List.of());
    }
}
