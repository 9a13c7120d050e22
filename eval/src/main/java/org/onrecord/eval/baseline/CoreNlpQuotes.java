package org.onrecord.eval.baseline;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.Pair;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Span;
import org.onrecord.eval.Annotator;

/** CoreNLP's quote annotator with its coreference. One article at a time: the annotator is not safe for several threads. */
public final class CoreNlpQuotes implements Annotator {
    private final String name;
    private final StanfordCoreNLP nlp;

    private CoreNlpQuotes(String name, Properties settings) {
        this.name = name;
        this.nlp = new StanfordCoreNLP(settings);
    }

    /** As it comes, with the statistical coreference; fine-grained names and times off, which no quote needs. */
    public static CoreNlpQuotes stock() {
        return new CoreNlpQuotes("corenlp", settings());
    }

    /** With only the sieves that are rarely wrong, and a sentence end at every line end. */
    public static CoreNlpQuotes strict() {
        Properties settings = settings();
        settings.setProperty("ssplit.newlineIsSentenceBreak", "always");
        settings.setProperty("quote.attribution.QMSieves", "tri,dep,onename");
        settings.setProperty("quote.attribution.MSSieves", "det");
        settings.setProperty("coref.maxMentionDistance", "20");
        return new CoreNlpQuotes("corenlp-strict", settings);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
        settings.setProperty("coref.algorithm", "statistical");
        settings.setProperty("ner.applyFineGrained", "false");
        settings.setProperty("ner.useSUTime", "false");
        return settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Document annotate(Article article) {
        CoreDocument read = nlp.processToCoreDocument(article.text());
        Findings findings = new Findings(name);
        for (CoreQuote quote : read.quotes() == null ? List.<CoreQuote>of() : read.quotes()) {
            Pair<Integer, Integer> marks = quote.quoteCharOffsets();
            inside(article.text(), marks.first(), marks.second())
                    .ifPresent(words -> findings.quote(
                            words,
                            quote.speakerCharOffsets()
                                    .filter(place -> place.first() < place.second())
                                    .map(place -> new Span(place.first(), place.second())),
                            Optional.empty(),
                            quote.canonicalSpeaker().or(quote::speaker)));
        }
        return findings.document(article);
    }

    /** Its quotes include their marks. */
    private static Optional<Span> inside(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isMark(text.charAt(first))) {
            first++;
        }
        while (last > first && isMark(text.charAt(last - 1))) {
            last--;
        }
        return first < last ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    private static boolean isMark(char c) {
        return "\"'“”‘’«»`".indexOf(c) >= 0;
    }
}
