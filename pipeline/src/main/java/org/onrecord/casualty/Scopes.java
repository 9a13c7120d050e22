package org.onrecord.casualty;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;

/** What a figure counts, in time and beside the others: read off the words around it. */
final class Scopes {
    /** What goes on for long, so that "has killed 12,000" counts up to now. */
    private static final Pattern LASTING = Pattern.compile(
            "(?i)\\b(?:wars?|conflict|outbreak|epidemic|pandemic|fighting|famine|insurgency|disease|virus|drought|violence|crackdown)\\b.*\\b(?:has|have) ");

    private static final Pattern SUPERLATIVE =
            Pattern.compile("(?i)\\b(?:deadliest|worst|bloodiest|biggest|heaviest|highest|largest)\\b");

    private static final Pattern YEARS_AGO =
            Pattern.compile("(?i)\\byears? (?:ago|earlier|before)\\b|\\bdecades? (?:ago|earlier)\\b"
                    + "|\\b(?:in|of|from) (?:the \\w+ of )?(?:1[5-9]\\d\\d|20[01]\\d|202[0-3])\\b"
                    + "|\\bthe (?:last|previous) (?:\\w+ )?(?:one|attack|bombing|blast|quake|crash|flood|outbreak)\\b"
                    + "|\\bthe (?:1[5-9]\\d\\d|20[01]\\d)\\b|\\bsince (?:1[5-9]|20)\\d\\d, when\\b");
    /** "since the emergency laws of 2022" reaches up to now; "since 1998, when 104 died" does not. */
    private static final Pattern SINCE_YEAR =
            Pattern.compile("(?i)\\bsince (?:the (?:\\w+ ){1,4}of )?(?:1[5-9]|20)\\d\\d\\b(?!, when)");

    private static final Pattern MONTHS_AGO = Pattern.compile("(?i)\\bmonths? (?:ago|earlier)\\b");

    /** "In June, nine people died": what opens with a whole month, and is told of no day. */
    private static final Pattern IN_A_MONTH =
            Pattern.compile("(?:And )?In (?:early |late |mid-)?(?:" + Times.MONTHS + ")\\b(?! \\d)");

    /** What news that follows an event months later speaks of: it is what the article reports, and no other. */
    private static final Pattern FOLLOWED = Pattern.compile(
            "(?i)\\b(?:charged|convicted|sentenced|arrested|indicted|arraigned|extradited|acquitted|pleaded|pled|accused|suspects?|trial|testified|jury|jurors|prosecutors?)\\b");

    private static final Pattern SO_FAR = Pattern.compile("(?i)\\bso far\\b|\\bto date\\b");
    private static final Pattern SINCE = Pattern.compile("(?i)\\bsince\\b");
    private static final Pattern PERIOD = Pattern.compile(
            "(?i)\\b(?:this|last|past|previous) (?:\\w+ )?(?:hours|days|weeks|months|years|month|year|summer|winter|season)\\b"
                    + "|\\bweekend (?:saw|brought|left|of|violence|attacks|shootings|killings)\\b|\\bovernight\\b(?=.*toll)|\\bbetween \\w+day and \\w+day\\b|\\bover the same period\\b");

    /** "the fifth killed this year": of many events, and no toll of this one. */
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "(?i)\\b(?:(?:this|of the|last|in a|so far this) (?:year|month|week|season|summer)|(?:in|for|of|during) (?:19|20)\\d\\d|(?:in|within) (?:\\w+ ){1,2}(?:days?|weeks?|months?|months?['’]s?)\\b)");

    /** What was said before something else was. */
    private static final Pattern AT_FIRST = Pattern.compile(
            "(?i)\\bat first\\b|\\binitially\\b|\\bearlier (?:said|put|reported|spoken?|given|counted)\\b|\\bfirst (?:said|put|reported|spoke|counted)\\b|\\bpreviously (?:said|put|reported)\\b");

    /** "bringing the toll to": what stands before was added to it. */
    private static final Pattern ADDED = Pattern.compile(
            "(?i)\\b(?:bringing|taking|raising|pushing|lifting) the (?:\\w+ ){0,3}(?:toll|total|number|count)\\b|\\badded .* to (?:its|the|their) (?:count|toll|total)\\b");

    /** What lasts long enough to count over. */
    private static final Pattern LONG = Pattern.compile(
            "wars?|conflict|outbreak|epidemic|pandemic|fighting|famine|insurgency|disease|drought|violence|crackdown|offensive|operation|weather|heat|riot|siege|protest");

    private final Parse sentence;
    private final String text;
    private final Harm harm;

    Scopes(Parse sentence, String text, Harm harm) {
        this.sentence = sentence;
        this.text = text;
        this.harm = harm;
    }

    /**
     * The scope.
     *
     * @param adds whether "another" would add to a figure of the same outcome: "another four were hurt" after two deaths does not
     */
    Scope of(NumberPhrase number, Bound bound, boolean adds) {
        String around = sentence.sentence().span().of(text);
        int at = sentence.token(number.first()).span().start()
                - sentence.sentence().span().start();
        String before = form(number.first() - 1);
        String behind = form(number.last() + 1);
        boolean superlative = SUPERLATIVE.matcher(around).find();
        if (isPast(around)) {
            return Scope.HISTORICAL;
        }
        if (AT_FIRST.matcher(part(around, at)).find()) {
            return Scope.SUPERSEDED;
        }
        if (bound.rule().equals("casualty-milestone")) {
            return OF_A_YEAR.matcher(around).find() ? Scope.PERIOD : Scope.CUMULATIVE;
        }
        if (bound.rule().equals("casualty-toll")) {
            return before.equals("from") ? Scope.SUPERSEDED : Scope.CUMULATIVE;
        }
        boolean oneMore = adds && bound.outcome() == Outcome.KILLED && Numbers.isOneMore(number, sentence);
        boolean another = oneMore
                || (adds && behind.matches("more|further|additional"))
                || (adds && (before.equals("another") || form(number.first()).equals("another")))
                || (ADDED.matcher(around).find() && bound.outcome() == Outcome.KILLED);
        if (another && !(number.quantity() instanceof Quantity.MoreThan)) {
            return Scope.INCREMENT;
        }
        int anchor = bound.anchor();
        boolean amongThem = form(anchor - 1).equals("the") && form(anchor - 2).equals("among");
        boolean ofTheHurt = bound.rule().equals("casualty-partitive");
        if (amongThem || ofTheHurt) {
            return Scope.SUBSET;
        }
        if (number.quantity().equals(new Quantity.Exactly(1))) {
            return Scope.CURRENT; // "a man was killed last year": when it was, not how many there were
        }
        if (SO_FAR.matcher(around).find()) {
            return Scope.CUMULATIVE;
        }
        if (SINCE.matcher(around).find() && !superlative) {
            return Scope.PERIOD;
        }
        if (LASTING.matcher(around).find() && !superlative) {
            return Scope.CUMULATIVE;
        }
        boolean period = PERIOD.matcher(around).find() && !superlative && !isOfOneEvent(number.first());
        return period ? Scope.PERIOD : Scope.CURRENT;
    }

    /** Whether a sentence speaks of what was long ago, and is not itself the news. */
    static boolean isPast(String sentence) {
        return YEARS_AGO
                        .matcher(SINCE_YEAR.matcher(sentence).replaceAll("since"))
                        .find()
                || ((MONTHS_AGO.matcher(sentence).find()
                                || IN_A_MONTH.matcher(sentence).lookingAt())
                        && !FOLLOWED.matcher(sentence).find());
    }

    /** "a shooting last month that left four wounded": when that was, not how many there were in the month. */
    private boolean isOfOneEvent(int number) {
        boolean several =
                sentence.tokens().stream().anyMatch(token -> token.tag().matches("NNP?S") && harm.isEvent(token));
        return !several
                && IntStream.range(0, number)
                        .filter(word -> sentence.token(word).tag().equals("NN") && harm.isEvent(sentence.token(word)))
                        .filter(word ->
                                !LONG.matcher(sentence.token(word).lemma()).matches())
                        .anyMatch(word -> sentence.children(word, "det").stream()
                                .anyMatch(article -> form(article).matches("an?|the|this|that")));
    }

    /** The part between semicolons that an offset lies in. */
    private static String part(String around, int at) {
        int from = around.lastIndexOf(';', at) + 1;
        int to = around.indexOf(';', at);
        return around.substring(from, to < 0 ? around.length() : to);
    }

    private String form(int word) {
        return word >= 0 && word < sentence.size() ? sentence.token(word).form().toLowerCase(Locale.ROOT) : "";
    }
}
