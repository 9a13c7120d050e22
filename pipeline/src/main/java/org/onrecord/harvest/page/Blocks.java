package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts the body of a page into blocks, in document order. Nothing is judged here: menus and footers are blocks too. */
final class Blocks {
    /** Elements whose text no reader sees as text. */
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "button",
            "select",
            "option",
            "input",
            "textarea",
            "head",
            "noscript",
            "object",
            "canvas",
            "audio",
            "video",
            "math",
            "dialog");

    /** Elements that stand in a line of text. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tt", "u", "var", "wbr", "ruby", "rt", "rp", "nobr");

    /** Deeper, the text of an element is taken as one run; no page made for people is. */
    private static final int DEEPEST = 250;

    private static final char NO_BREAK = '\u00a0';
    private static final String EMPTY_LINE = " ?\n ?(?:\n ?)+";

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Element, Place> places = new HashMap<>();
    private final StringBuilder run = new StringBuilder();
    private int letters;
    private int linked;
    private int bold;

    private Blocks() {}

    static List<Block> of(Document page) {
        Blocks blocks = new Blocks();
        Element body = page.body();
        blocks.walk(body, new Context(body, false, false, false, 0));
        blocks.close(body, false);
        return blocks.blocks;
    }

    /** Where the walk is. */
    private record Context(Element owner, boolean link, boolean strong, boolean hidden, int depth) {
        Context into(Element inner) {
            String tag = inner.normalName();
            return new Context(
                    INLINE.contains(tag) ? owner : inner,
                    link || tag.equals("a"),
                    strong || tag.equals("b") || tag.equals("strong"),
                    hidden || isHidden(inner),
                    depth + 1);
        }
    }

    private void walk(Element element, Context at) {
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            if (child instanceof TextNode words) {
                append(words.getWholeText(), at);
            } else if (child instanceof Element inner && !NEVER.contains(inner.normalName())) {
                enter(inner, at);
            }
        }
    }

    private void enter(Element inner, Context at) {
        Context below = at.into(inner);
        if (inner.normalName().equals("br")) {
            run.append('\n');
        } else if (below.depth() > DEEPEST) {
            append(inner.text(), below);
        } else if (below.owner().equals(at.owner())) {
            walk(inner, below);
        } else {
            close(at.owner(), at.hidden());
            walk(inner, below);
            close(inner, below.hidden());
        }
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        Attributes attributes = element.attributes();
        String style = attributes.get("style");
        return attributes.hasKey("hidden")
                || attributes.get("aria-hidden").equals("true")
                || (!style.isEmpty() && style.replace(" ", "").contains("display:none"));
    }

    private void append(String words, Context at) {
        int before = letters;
        boolean blank = run.isEmpty() || run.charAt(run.length() - 1) <= ' ';
        int start = 0; // of what is to be taken as it stands
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c == ' ' || c == NO_BREAK || Character.isWhitespace(c);
            if (space ? c != ' ' || blank : hasNoWidth(c)) {
                run.append(words, start, i).append(space && !blank ? " " : "");
                start = i + 1;
            }
            letters += space || hasNoWidth(c) ? 0 : 1;
            blank = space || (blank && hasNoWidth(c));
        }
        run.append(words, start, words.length());
        linked += at.link() ? letters - before : 0;
        bold += at.strong() ? letters - before : 0;
    }

    /** Soft hyphens and what is there for machines only. */
    private static boolean hasNoWidth(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\ufeff';
    }

    private Place place(Element element) {
        Place known = places.get(element);
        if (known == null) {
            Element parent = element.parent();
            known = new Place(element, parent == null ? null : place(parent));
            places.put(element, known);
        }
        return known;
    }

    private void close(Element owner, boolean hidden) {
        String text = run.isEmpty() ? "" : run.toString().strip();
        if (!text.isEmpty()) {
            boolean broken = text.indexOf('\n') >= 0;
            String[] pieces = broken ? text.split(EMPTY_LINE, -1) : new String[] {text};
            for (String piece : pieces) {
                String lines = broken ? piece.replaceAll(" ?\n ?", "\n").strip() : piece;
                if (!lines.isEmpty()) {
                    blocks.add(new Block(
                            place(owner),
                            lines,
                            Block.words(lines),
                            Wording.of(lines),
                            (double) linked / letters,
                            (double) bold / letters,
                            hidden,
                            pieces.length));
                }
            }
        }
        run.setLength(0);
        letters = 0;
        linked = 0;
        bold = 0;
    }
}
