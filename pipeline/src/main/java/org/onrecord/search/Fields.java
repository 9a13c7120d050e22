package org.onrecord.search;

import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Names of the fields of the index, and how their text is analysed. */
final class Fields {
    /** Raised whenever an older index would be read wrongly. */
    static final String SCHEMA = "6";

    static final String SCHEMA_KEY = "onrecord.schema";

    static final String KIND = "kind";
    static final String KEY = "key";
    static final String ARTICLE = "article";
    static final String VERSION = "version";
    static final String JSON = "json";
    static final String LANGUAGE = "language";
    static final String CLUSTER = "cluster";
    static final String MEMBER = "member";
    static final String LINK = "link";
    static final String ROW = "row";
    static final String SHINGLES = "shingles";
    static final String BAND = "band";
    static final String ID = "id";
    static final String TEXT = "text";
    static final String EXACT = "exact";
    static final String SPEAKER = "speaker";
    static final String SPEAKER_NAME = "speakerName";
    static final String SPEAKER_KEY = "speakerKey";
    static final String ALIAS_KEY = "aliasKey";
    static final String ALIAS = "alias";
    static final String SAME_AS = "sameAs";
    static final String TARGET_KEY = "targetKey";
    static final String SPEAKER_TYPE = "speakerType";
    static final String ROLE = "role";
    static final String AFFILIATION = "affiliation";
    static final String SOURCE = "source";
    static final String VOICE = "voice";
    static final String STANCE = "stance";
    static final String TARGET = "target";
    static final String OUTCOME = "outcome";
    static final String PLACE = "place";
    static final String CAUSE = "cause";
    static final String MIN = "min";
    static final String MAX = "max";
    static final String EXACTNESS = "exactness";
    static final String COUNT = "count";
    static final String TITLE = "title";
    static final String URL = "url";
    static final String SITE = "site";
    static final String ORIGIN = "origin";
    static final String PUBLISHED = "published";
    static final String DAY = "day";
    static final String FETCHED = "fetched";
    static final String FETCHED_DAY = "fetchedDay";
    static final String START = "start";
    static final String END = "end";
    static final String CONTEXT = "context";
    static final String CONTEXT_START = "contextStart";

    /** The field from which a facet is counted. */
    static String facet(Facets.By by) {
        return "facet." + by.name().toLowerCase(Locale.ROOT);
    }

    private Fields() {}

    /** What is left of a word without case and accents. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        char[] folded = new char[4 * lower.length()];
        return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length()));
    }

    /** Words are folded and stemmed; names, and words that are meant exactly, are folded only. */
    static Analyzer analyzer() {
        Analyzer exact = new Folding(false);
        return new PerFieldAnalyzerWrapper(
                new Folding(true), Map.of(EXACT, exact, SPEAKER, exact, SOURCE, exact, TARGET, exact, SITE, exact));
    }

    private static final class Folding extends Analyzer {
        private final boolean stem;

        Folding(boolean stem) {
            this.stem = stem;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            return new TokenStreamComponents(words, stem ? new PorterStemFilter(folded) : folded);
        }
    }
}
