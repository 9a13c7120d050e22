package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements by which a page says something about itself, gathered in one walk over it. */
final class Marked {
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> properties = new ArrayList<>();

    private Marked() {}

    static Marked of(Document page) {
        Marked marked = new Marked();
        marked.walk(page);
        return marked;
    }

    /** No deeper than the parser builds, which is 512 elements. */
    private void walk(Element element) {
        if (element.attributesSize() > 0) {
            add(element);
        }
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            if (child instanceof Element inner) {
                walk(inner);
            }
        }
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> scripts.add(element);
            case "link" -> links.add(element);
            case "time" -> times.add(element);
            default -> {}
        }
        Attributes attributes = element.attributes();
        if (attributes.hasKey("itemprop")
                || attributes.hasKey("property")
                || element.normalName().equals("abbr")) {
            properties.add(element);
        }
    }

    List<Element> metas() {
        return metas;
    }

    /** The texts of JSON-LD. */
    Stream<String> linkedData() {
        return scripts.stream()
                .filter(script -> script.attr("type").contains("ld+json"))
                .map(Element::data);
    }

    /** The address that the page states as its own. */
    Optional<String> canonical() {
        return links.stream()
                .filter(link -> link.attr("rel").toLowerCase(Locale.ROOT).equals("canonical"))
                .map(link -> link.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .findFirst();
    }

    List<Element> links() {
        return links;
    }

    List<Element> times() {
        return times;
    }

    /** Elements of microdata or RDFa under a name that ends so, and abbreviations with that class. */
    Stream<Element> properties(String name) {
        return properties.stream()
                .filter(element -> element.attr("itemprop").contains(name)
                        || element.attr("property").endsWith(name)
                        || (element.normalName().equals("abbr") && element.hasClass(name)));
    }
}
