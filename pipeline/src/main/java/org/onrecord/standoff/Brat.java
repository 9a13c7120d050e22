package org.onrecord.standoff;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;

/**
 * Brat stand-off annotations (brat.nlplab.org/standoff.html): attributions as events in the way of PolNeAR, figures as
 * text-bound annotations with notes. Offsets count code points, as brat does.
 */
public record Brat(String annotations) {
    /**
     * What was read from a file of annotations.
     *
     * @param problems one sentence, beginning with its line, for each line left out
     */
    public record Annotated(Document document, List<String> problems) {
        public Annotated {
            problems = List.copyOf(problems);
        }
    }

    /** Reads what {@link #of} writes, and PolNeAR's files; lines that cannot be read are left out and reported. */
    public static Annotated read(Article article, String annotations, String annotator) {
        return BratReader.read(article, annotations, annotator);
    }

    public static Brat of(Document document) {
        Writer writer = new Writer(document.text());
        document.all(Kind.ATTRIBUTION).forEach(writer::attribution);
        document.all(Kind.CASUALTY).forEach(writer::figure);
        return new Brat(writer.lines.toString());
    }

    private static final class Writer {
        private final String text;
        private final StringBuilder lines = new StringBuilder();
        private int textBound;
        private int events;
        private int notes;

        Writer(String text) {
            this.text = text;
        }

        void attribution(Attribution attribution) {
            List<String> roles = new ArrayList<>();
            attribution.source().ifPresent(source -> roles.add("Source:" + bound("Source", List.of(source))));
            attribution.cue().ifPresent(cue -> roles.add("Cue:" + bound("Cue", List.of(cue))));
            roles.add("Content:" + bound("Content", attribution.content().spans()));
            Span trigger =
                    attribution.cue().orElse(attribution.content().spans().getFirst());
            String event = "E" + ++events;
            String triggered = bound("Attribution", List.of(trigger));
            lines.append(event)
                    .append("\tAttribution:")
                    .append(triggered)
                    .append(' ')
                    .append(String.join(" ", roles))
                    .append('\n');
            attribution.speaker().ifPresent(speaker -> note(event, "speaker: " + speaker.name()));
        }

        void figure(CasualtyFigure figure) {
            String id = bound("Casualty", List.of(figure.span()));
            note(id, Notation.of(figure));
        }

        private void note(String target, String words) {
            lines.append('#')
                    .append(++notes)
                    .append("\tAnnotatorNotes ")
                    .append(target)
                    .append('\t')
                    .append(words.replaceAll("\\s+", " "))
                    .append('\n');
        }

        private String bound(String type, List<Span> spans) {
            String id = "T" + ++textBound;
            List<String> places = new ArrayList<>();
            List<String> words = new ArrayList<>();
            for (Span span : spans) {
                for (Span line : lines(span)) {
                    places.add(text.codePointCount(0, line.start()) + " " + text.codePointCount(0, line.end()));
                    words.add(line.of(text));
                }
            }
            lines.append(id)
                    .append('\t')
                    .append(type)
                    .append(' ')
                    .append(String.join(";", places))
                    .append('\t')
                    .append(String.join(" ", words))
                    .append('\n');
            return id;
        }

        /** Brat wants no line break inside a fragment. */
        private List<Span> lines(Span span) {
            List<Span> pieces = new ArrayList<>();
            int start = span.start();
            for (int at = span.start(); at <= span.end(); at++) {
                if (at == span.end() || text.charAt(at) == '\n') {
                    if (at > start) {
                        pieces.add(new Span(start, at));
                    }
                    start = at + 1;
                }
            }
            return pieces;
        }
    }
}
