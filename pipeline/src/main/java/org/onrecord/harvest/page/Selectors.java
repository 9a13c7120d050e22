package org.onrecord.harvest.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.TokenQueue;

/**
 * How the elements of a page are found again: by CSS selectors (Selectors Level 3) that name each by the nearest id that
 * nothing else on the page has and the positions below it, {@code #story > p:nth-child(3)}. Each selects one element of the
 * page as it was served; scripts may move it.
 */
final class Selectors {
    private final Document page;
    private final Map<Place, String> selectors = new HashMap<>();
    /** Of the elements next to those that were asked for, from 1. */
    private final Map<Element, Integer> positions = new HashMap<>();

    private final Set<String> ids = new HashSet<>();
    private final Set<String> sharedIds = new HashSet<>();

    Selectors(Document page) {
        this.page = page;
    }

    String of(Place place) {
        String known = selectors.get(place);
        if (known == null) {
            known = made(place);
            selectors.put(place, known);
        }
        return known;
    }

    private String made(Place place) {
        Element element = place.element();
        if (isNamed(element)) {
            return "#" + TokenQueue.escapeCssIdentifier(element.id());
        }
        String tag = TokenQueue.escapeCssIdentifier(element.normalName());
        Place outer = place.outer();
        return outer == null || outer.tag().equals("#root") || element.equals(page.body())
                ? tag
                : of(outer) + " > " + tag + ":nth-child(" + position(element) + ")";
    }

    private boolean isNamed(Element element) {
        if (element.id().isEmpty()) {
            return false;
        }
        if (ids.isEmpty()) {
            page.stream()
                    .map(Element::id)
                    .filter(id -> !id.isEmpty() && !ids.add(id))
                    .forEach(sharedIds::add);
        }
        return !sharedIds.contains(element.id());
    }

    private int position(Element element) {
        if (!positions.containsKey(element)) {
            int position = 1;
            for (Element next = element.firstElementSibling(); next != null; next = next.nextElementSibling()) {
                positions.put(next, position++);
            }
        }
        return positions.getOrDefault(element, 1);
    }
}
