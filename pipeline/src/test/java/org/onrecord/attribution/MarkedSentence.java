package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
    private static final Pattern MARKED = Pattern.compile("\\[([SCT]) ([^\\]]*)\\]");

    private MarkedSentence() {}

    static void check(List<Stage<?>> stages, Examples.Line example) {
        String text = MARKED.matcher(example.text()).replaceAll(match -> Matcher.quoteReplacement(match.group(2)));
        Document document = Stages.run(stages, text);
        List<String> speakers = new ArrayList<>();
        StringBuilder found = new StringBuilder(text);
        List<Mark> marks = new ArrayList<>();
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            speakers.add(attribution.speaker().map(Speaker::name).orElse("?"));
            attribution.source().ifPresent(span -> marks.add(new Mark('S', span)));
            attribution.cue().ifPresent(span -> marks.add(new Mark('C', span)));
            attribution.content().spans().forEach(span -> marks.add(new Mark('T', span)));
        }
        marks.stream()
                .distinct()
                .sorted((first, second) -> second.span().compareTo(first.span()))
                .forEach(mark -> {
                    found.insert(mark.span().end(), ']');
                    found.insert(mark.span().start(), "[" + mark.letter() + " ");
                });
        assertEquals(example.text(), found.toString());
        assertEquals(example.expected(), speakers.isEmpty() ? "-" : String.join(" | ", speakers));
    }

    private record Mark(char letter, Span span) {}
}
