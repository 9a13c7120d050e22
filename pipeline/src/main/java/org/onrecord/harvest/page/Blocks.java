package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

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
    /** The first character after the visible ones of ASCII. */
    private static final char SPECIAL = '\u007f';

    private static final String EMPTY_LINE = " ?\n ?(?:\n ?)+";

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int letters;
    private int linked;
    private int bold;
    private int places;

    private Blocks() {}

    static List<Block> of(Document page) {
        Blocks blocks = new Blocks();
        Element body = page.body();
        Context at = new Context(body);
        blocks.walk(at);
        blocks.close(at);
        return blocks.blocks;
    }

    /** Where the walk is. */
    private static final class Context {
        private final Element element;
        private final @Nullable Context outer;
        /** Of the innermost element that starts a line of its own. */
        private final Context owner;

        private final boolean link;
        private final boolean strong;
        private final boolean hidden;
        private final int depth;
        private @Nullable Place place;

        Context(Element body) {
            element = body;
            outer = null;
            owner = this;
            link = false;
            strong = false;
            hidden = false;
            depth = 0;
        }

        Context(Element inner, Context outer) {
            String tag = inner.normalName();
            this.element = inner;
            this.outer = outer;
            this.owner = INLINE.contains(tag) ? outer.owner : this;
            this.link = outer.link || tag.equals("a");
            this.strong = outer.strong || tag.equals("b") || tag.equals("strong");
            this.hidden = outer.hidden || isHidden(inner);
            this.depth = outer.depth + 1;
        }
    }

    private void walk(Context at) {
        for (Node child = at.element.firstChild(); child != null; child = child.nextSibling()) {
            if (child instanceof TextNode words) {
                append(words.getWholeText(), at);
            } else if (child instanceof Element inner && !NEVER.contains(inner.normalName())) {
                enter(inner, at);
            }
        }
    }

    private void enter(Element inner, Context at) {
        Context below = new Context(inner, at);
        if (inner.normalName().equals("br")) {
            run.append('\n');
        } else if (below.depth > DEEPEST) {
            append(inner.text(), below);
        } else if (below.owner == at.owner) {
            walk(below);
        } else {
            close(at);
            walk(below);
            close(below);
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
            if (c > ' ' && c < SPECIAL) {
                letters++;
                blank = false;
                continue;
            }
            boolean space = c == ' ' || c == NO_BREAK || Character.isWhitespace(c);
            if (space ? c != ' ' || blank : hasNoWidth(c)) {
                run.append(words, start, i).append(space && !blank ? " " : "");
                start = i + 1;
            }
            letters += space || hasNoWidth(c) ? 0 : 1;
            blank = space || (blank && hasNoWidth(c));
        }
        run.append(words, start, words.length());
        linked += at.link ? letters - before : 0;
        bold += at.strong ? letters - before : 0;
    }

    /** Soft hyphens and what is there for machines only. */
    private static boolean hasNoWidth(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\ufeff';
    }

    private Place place(Context at) {
        if (at.place == null) {
            Place around = at.outer == null ? around(at.element) : place(at.outer);
            at.place = new Place(places++, at.element, around);
        }
        return at.place;
    }

    private @Nullable Place around(Element element) {
        Element parent = element.parent();
        if (parent == null) {
            return null;
        }
        Place around = around(parent);
        return new Place(places++, parent, around);
    }

    private void close(Context at) {
        String text = run.isEmpty() ? "" : run.toString().strip();
        if (!text.isEmpty()) {
            boolean broken = text.indexOf('\n') >= 0;
            String[] pieces = broken ? text.split(EMPTY_LINE, -1) : new String[] {text};
            for (String piece : pieces) {
                String lines = broken ? piece.replaceAll(" ?\n ?", "\n").strip() : piece;
                if (!lines.isEmpty()) {
                    blocks.add(new Block(
                            place(at.owner),
                            lines,
                            Block.words(lines),
                            Wording.of(lines),
                            (double) linked / letters,
                            (double) bold / letters,
                            at.hidden,
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
