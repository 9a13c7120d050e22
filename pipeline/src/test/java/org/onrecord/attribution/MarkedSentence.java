package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.document.Attribution;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.pipeline.Stage;

/** Checks stages against a sentence in which source, cue and content are marked. */
final class MarkedSentence {
    /** A mark that holds no other. */
    private static final Pattern MARKED = Pattern.compile("\\[([SCT]) ([^\\[\\]]*)\\]");

    private MarkedSentence() {}

    static void check(List<Stage<?>> stages, Examples.Line example) {
        String text = plain(example.text());
        Document document = Stages.run(stages, text);
        List<String> speakers = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            speakers.add(attribution.speaker().map(Speaker::name).orElse("?"));
            attribution.source().ifPresent(span -> marks.add(new Mark('S', span)));
            attribution.cue().ifPresent(span -> marks.add(new Mark('C', span)));
            attribution.content().spans().forEach(span -> marks.add(new Mark('T', span)));
        }
        assertEquals(example.text(), marked(text, marks.stream().distinct().toList()));
        assertEquals(example.expected(), speakers.isEmpty() ? "-" : String.join(" | ", speakers));
    }

    private static String plain(String marked) {
        String text = marked;
        while (MARKED.matcher(text).find()) {
            text = MARKED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(2)));
        }
        return text;
    }

    /** Marks within one another open with the longest. */
    private static String marked(String text, List<Mark> marks) {
        StringBuilder marked = new StringBuilder();
        for (int offset = 0; offset <= text.length(); offset++) {
            int here = offset;
            marks.stream().filter(mark -> mark.span().end() == here).forEach(mark -> marked.append(']'));
            marks.stream()
                    .filter(mark -> mark.span().start() == here)
                    .sorted(Comparator.comparingInt((Mark mark) -> -mark.span().length()))
                    .forEach(mark -> marked.append('[').append(mark.letter()).append(' '));
            if (offset < text.length()) {
                marked.append(text.charAt(offset));
            }
        }
        return marked.toString();
    }

    private record Mark(char letter, Span span) {}
}
