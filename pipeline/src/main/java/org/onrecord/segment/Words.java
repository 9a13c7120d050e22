package org.onrecord.segment;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import java.io.StringReader;
import java.util.List;
import org.onrecord.document.Span;

/** CoreNLP's Penn Treebank tokeniser over a part of the text, offsets being those of the whole text. */
final class Words {
    // Quotation marks, dashes and brackets stay as they are printed; characters it cannot place are kept, silently.
    private static final String OPTIONS =
            "ptb3Escaping=false,splitHyphenated=false,untokenizable=noneKeep,tokenizeNLs=false";

    private Words() {}

    static List<CoreLabel> of(String text, Span span) {
        List<CoreLabel> words =
                new PTBTokenizer<>(new StringReader(span.of(text)), new CoreLabelTokenFactory(), OPTIONS).tokenize();
        for (CoreLabel word : words) {
            word.setBeginPosition(word.beginPosition() + span.start());
            word.setEndPosition(word.endPosition() + span.start());
        }
        return words;
    }
}
