package org.onrecord.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;
import org.onrecord.quote.Quotes;

/** Speakers of sources that are given, so that what finds sources plays no part. */
class SpeakersTest {
    private static final List<Stage<?>> STAGES = Stages.with(Stages.ENTITIES, Quotes.load());
    private static final Genders GENDERS = Genders.load();
    private static final Pattern MARKED = Pattern.compile("\\[S ([^\\]]*)\\]");

    static Stream<Examples.Line> examples() {
        return Examples.read("reference/speakers.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void resolvesSources(Examples.Line example) {
        List<Span> sources = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher matcher = MARKED.matcher(example.text());
        while (matcher.find()) {
            matcher.appendReplacement(text, "");
            sources.add(new Span(text.length(), text.length() + matcher.group(1).length()));
            text.append(matcher.group(1));
        }
        matcher.appendTail(text);
        assertEquals(example.expected(), String.join(" | ", speakers(text.toString(), sources)));
    }

    private static List<String> speakers(String text, List<Span> sources) {
        Document document = Stages.run(STAGES, text);
        View view = new View(document, Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.ENTITY, Kind.QUOTE));
        List<Parse> sentences = view.parses();
        List<Span> quotations = view.all(Kind.QUOTE).stream().map(Quote::span).toList();
        Speakers speakers = new Speakers(List.of(), view.all(Kind.ENTITY), sentences, quotations, GENDERS);
        List<String> found = new ArrayList<>();
        for (Span source : sources) {
            Parse sentence = sentences.stream()
                    .filter(candidate -> candidate.sentence().span().contains(source))
                    .findFirst()
                    .orElseThrow();
            int head = sentence.head(source).orElse(sentence.within(source).length() - 1);
            boolean label = text.startsWith(":", source.end());
            Span cue = label ? new Span(source.end(), source.end() + 1) : source;
            found.add(speakers.of(source, head, sentence, cue)
                    .map(SpeakersTest::print)
                    .orElse("?"));
        }
        return found;
    }

    private static String print(Speaker speaker) {
        String type = speaker.type().name().toLowerCase(Locale.ROOT);
        String role = speaker.role().map(words -> ", " + words).orElse("");
        String affiliation = speaker.affiliation().map(words -> " of " + words).orElse("");
        return speaker.name() + " (" + type + role + affiliation + ")";
    }
}
