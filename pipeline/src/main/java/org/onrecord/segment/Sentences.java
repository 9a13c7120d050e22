package org.onrecord.segment;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Basis;
import org.onrecord.document.Kind;
import org.onrecord.document.Sentence;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/**
 * Splits every prose zone into sentences, zone by zone: CoreNLP's splitter glues a heading to the next paragraph when it
 * sees both at once. A headline is one sentence, whatever stands in it.
 */
public final class Sentences implements Stage<Sentence> {
    private static final Basis BASIS = new Basis.Rule("corenlp-ssplit", 0.98);
    private static final Pattern CLOSED = Pattern.compile("[.!?…][)\\]\"'”’»]+$");

    /** Titles before a name of which CoreNLP's splitter does not know; "Dover, Del." is a state. */
    private static final Pattern TITLE = Pattern.compile(
            "(?<!, )(?<![\\p{L}\\p{N}.-])(?:Del|Ald|Cllr|Coun|Dep|Min|Sec|Chmn|Ofc|Tpr|Ptl|Const|Pte|Comm|Commr|Assem|Dir)\\.$");

    private static final Pattern NAME = Pattern.compile(
            "^(?!(?:The|An?|He|She|It|They|We|I|You|His|Her|Its|Their|Our|This|That|These|Those|There|And|But|In|On|At|For|By|After|Before|When|If|As)\\b)\\p{Lu}\\p{L}*[\\p{L}.'’-]");

    /** "five people injured.Tarnow police say": the space was lost with the markup. */
    private static final Pattern GLUED = Pattern.compile("(?<=\\s)\\p{Ll}{4,}[.!?][”’\"']?(?=\\p{Lu}\\p{Ll}+[\\s,])");

    @Override
    public Kind<Sentence> writes() {
        return Kind.SENTENCE;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of();
    }

    @Override
    public List<Sentence> annotate(View view) {
        List<Sentence> sentences = new ArrayList<>();
        for (Zone zone : view.article().zones()) {
            if (zone.kind().isProse()) {
                for (Span span : split(view.text(), zone)) {
                    sentences.add(new Sentence("s" + (sentences.size() + 1), span, BASIS));
                }
            }
        }
        return sentences;
    }

    private static List<Span> split(String text, Zone zone) {
        if (zone.kind() == Zone.Kind.HEADLINE) {
            return List.of(zone.span());
        }
        List<CoreLabel> words = Words.of(text, zone.span());
        if (words.isEmpty()) {
            return List.of();
        }
        // A new splitter each time: it keeps state while it works.
        List<Span> spans = new WordToSentenceProcessor<CoreLabel>()
                .process(words).stream()
                        .map(sentence -> new Span(
                                sentence.getFirst().beginPosition(),
                                sentence.getLast().endPosition()))
                        .toList();
        return joined(text, spans).stream()
                .flatMap(span -> parted(text, span).stream())
                .toList();
    }

    private static List<Span> parted(String text, Span span) {
        List<Span> parts = new ArrayList<>();
        int from = span.start();
        Matcher glued = GLUED.matcher(text).region(span.start(), span.end());
        while (glued.find()) {
            parts.add(new Span(from, glued.end()));
            from = glued.end();
        }
        parts.add(new Span(from, span.end()));
        return parts;
    }

    /**
     * “Go!” she said; Ada Brenn (D-Md.) said: what follows a closing mark in lower case goes on with the sentence, and so
     * does the name behind a title: Del. Rowan Pike.
     */
    private static List<Span> joined(String text, List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && (goesOn(text, joined.getLast(), span) || isTitled(text, joined.getLast(), span))) {
                joined.set(joined.size() - 1, Span.covering(joined.getLast(), span));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static boolean goesOn(String text, Span before, Span span) {
        return Character.isLowerCase(text.charAt(span.start()))
                && CLOSED.matcher(before.of(text)).find();
    }

    private static boolean isTitled(String text, Span before, Span span) {
        return TITLE.matcher(before.of(text)).find()
                && NAME.matcher(span.of(text)).find();
    }
}
