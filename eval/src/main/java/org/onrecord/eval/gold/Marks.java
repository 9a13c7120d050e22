package org.onrecord.eval.gold;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Extent;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/**
 * An article taken out of its marks ({@code corpus/GUIDELINES.md}).
 *
 * @param text without marks and zone lines
 * @param pieces spans by mark ({@code S1}, {@code K2}, {@code F1}, {@code T}…), in text order, touching ones made one
 */
record Marks(String text, List<Zone> zones, Map<String, List<Span>> pieces) {
    private static final Pattern OPENING = Pattern.compile("\\{(?:([SCKQF]+)(\\d+(?:,\\d+)*)|([ZTX])) ");

    private record Open(List<String> marks, int start, int line) {}

    static Marks read(List<String> lines, int firstLine) {
        StringBuilder text = new StringBuilder();
        List<Zone> zones = new ArrayList<>();
        Map<String, List<Span>> pieces = new TreeMap<>();
        Deque<Open> open = new ArrayDeque<>();
        Zone.Kind kind = Zone.Kind.BODY;
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = firstLine + i;
            if (line.startsWith(":: ")) {
                close(text, start, kind, zones);
                start = text.length();
                kind = zone(line.substring(3).strip(), number);
                continue;
            }
            if (line.isBlank()) {
                close(text, start, kind, zones);
                start = text.length();
            }
            read(line, number, text, pieces, open);
            if (!open.isEmpty()) {
                throw new MarkupException(number, "leaves " + open.peek().marks() + " open at its end");
            }
            text.append('\n');
        }
        close(text, start, kind, zones);
        pieces.replaceAll((mark, spans) -> joined(spans, text));
        return new Marks(text.toString(), datelined(zones, pieces.getOrDefault("Z", List.of())), pieces);
    }

    private static void read(
            String line, int number, StringBuilder text, Map<String, List<Span>> pieces, Deque<Open> open) {
        Matcher opening = OPENING.matcher(line);
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '{') {
                if (!opening.find(at) || opening.start() != at) {
                    throw new MarkupException(
                            number,
                            "has no mark after '{' in '" + line.substring(at, Math.min(line.length(), at + 20)) + "'");
                }
                open.push(new Open(marks(opening), text.length(), number));
                at = opening.end();
            } else if (c == '}') {
                if (open.isEmpty()) {
                    throw new MarkupException(number, "closes a mark that is not open");
                }
                Open mark = open.pop();
                if (mark.start() == text.length()) {
                    throw new MarkupException(number, "has an empty mark " + mark.marks());
                }
                Span span = new Span(mark.start(), text.length());
                mark.marks()
                        .forEach(name -> pieces.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(span));
                at++;
            } else {
                text.append(c);
                at++;
            }
        }
    }

    private static List<String> marks(Matcher opening) {
        if (opening.group(3) != null) {
            return List.of(opening.group(3));
        }
        List<String> marks = new ArrayList<>();
        for (char role : opening.group(1).toCharArray()) {
            for (String number : opening.group(2).split(",", -1)) {
                marks.add(role + number);
            }
        }
        return marks;
    }

    private static Zone.Kind zone(String name, int line) {
        return switch (name) {
            case "headline" -> Zone.Kind.HEADLINE;
            case "byline" -> Zone.Kind.BYLINE;
            case "dateline" -> Zone.Kind.DATELINE;
            case "caption" -> Zone.Kind.CAPTION;
            case "body" -> Zone.Kind.BODY;
            case "furniture" -> Zone.Kind.FURNITURE;
            default -> throw new MarkupException(line, "names no zone: '" + name + "'");
        };
    }

    private static void close(CharSequence text, int start, Zone.Kind kind, List<Zone> zones) {
        int first = start;
        int last = text.length();
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (first < last) {
            zones.add(new Zone(new Span(first, last), kind));
        }
    }

    private static List<Zone> datelined(List<Zone> zones, List<Span> datelines) {
        List<Zone> parted = new ArrayList<>();
        for (Zone zone : zones) {
            Span span = zone.span();
            int after = datelines.stream()
                    .filter(dateline -> dateline.start() == span.start() && dateline.end() < span.end())
                    .mapToInt(Span::end)
                    .findFirst()
                    .orElse(span.start());
            if (after > span.start()) {
                parted.add(new Zone(new Span(span.start(), after), Zone.Kind.DATELINE));
            }
            parted.add(new Zone(new Span(after, span.end()), zone.kind()));
        }
        return parted;
    }

    private static List<Span> joined(List<Span> spans, CharSequence text) {
        List<Span> joined = new ArrayList<>();
        spans.stream().sorted(Comparator.naturalOrder()).forEach(span -> {
            if (!joined.isEmpty()
                    && text.subSequence(Math.min(joined.getLast().end(), span.start()), span.start())
                            .toString()
                            .isBlank()
                    && joined.getLast().end() >= span.start() - 1) {
                joined.add(Span.covering(joined.removeLast(), span));
            } else {
                joined.add(span);
            }
        });
        return joined;
    }

    List<Span> of(String mark) {
        return pieces.getOrDefault(mark, List.of());
    }

    Extent extent(String mark) {
        return new Extent(of(mark));
    }
}
