package org.onrecord.segment;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.onrecord.document.Span;

/** CoreNLP's Penn Treebank tokeniser over a part of the text, offsets being those of the whole text. */
final class Words {
    // Quotation marks, dashes and brackets stay as they are printed; characters it cannot place are kept, silently.
    private static final String OPTIONS =
            "ptb3Escaping=false,splitHyphenated=false,untokenizable=noneKeep,tokenizeNLs=false";

    /** "the ministry‘s report": typed with the wrong mark, which would be a word of its own. */
    private static final Pattern WRONG_APOSTROPHE = Pattern.compile("(?<=\\p{L})‘(?=s\\b)");

    private Words() {}

    static List<CoreLabel> of(String text, Span span) {
        String part = WRONG_APOSTROPHE.matcher(span.of(text)).replaceAll("’");
        List<CoreLabel> words =
                new PTBTokenizer<>(new StringReader(part), new CoreLabelTokenFactory(), OPTIONS).tokenize();
        for (CoreLabel word : words) {
            word.setBeginPosition(word.beginPosition() + span.start());
            word.setEndPosition(word.endPosition() + span.start());
        }
        return words;
    }
}
