package org.onrecord.casualty;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/** When they came to harm, in the words of the text. */
final class Times {
    private static final Set<String> SAYS = Set.of(
            "say",
            "tell",
            "announce",
            "report",
            "confirm",
            "add",
            "write",
            "claim",
            "publish",
            "release",
            "speak",
            "statement",
            "warn",
            "admit",
            "deny",
            "put",
            "call");

    private static final String DAY = "(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day))";
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";

    private static final Pattern TIME = Pattern.compile("\\b(?:"
            + "(?i:between " + DAY + " and " + DAY + ")"
            + "|(?:(?:late|early) )?(?:(?i:on|last|this|since|by) )?" + DAY
            + "(?: (?i:morning|afternoon|evening|night))?"
            + "|(?i:that day|yesterday|today|tonight|overnight|(?:late )?last (?:night|week|month|year|weekend|summer|winter|spring|autumn)(?! of\\b)"
            + "|this (?:week|month|year|weekend|summer|winter|morning)|(?:over )?the weekend|(?:the )?past (?:\\w+ )?(?:days?|weeks?|months?|years?|hours))"
            + "|(?i:in the same \\w+ of last year)"
            + "|(?:(?i:on|in|since|last|of|by|since the \\w+ of) )?(?:\\d{1,2} )?" + MONTH
            + "(?: \\d{1,2}\\b)?(?:,? (?:19|20)\\d\\d)?"
            + "|(?i:in|since|of|the|from) (?:1[5-9]|20)\\d\\d"
            + "|(?i:since the (?:\\w+ ){1,4}of (?:1[5-9]|20)\\d\\d)"
            + "|(?i:\\w+ (?:years?|months?|weeks?|days?|hours?) (?:ago|earlier)))(?!\\w)");

    private final Parse sentence;
    private final String text;

    Times(Parse sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    static boolean isTime(String words) {
        return TIME.matcher(words).find();
    }

    /** Words without a time at their end. */
    static String without(String words) {
        return TIME.matcher(words)
                .results()
                .filter(match -> match.end() == words.length() && match.start() > 0)
                .findFirst()
                .map(match -> words.substring(0, match.start()).strip().replaceFirst(" on$", ""))
                .orElse(words);
    }

    /** What courts do with a harm months after it. */
    private static final Pattern COURT = Pattern.compile(
            "convict|sentence|jail|charge|arraign|indict|acquit|plead|deliberate|testify|try|appear|arrest|extradite|imprison|jury|court|judge|trial|inquest|verdict");

    /** Of all times that the sentence gives the one nearest to the harm, but for when somebody said so, or judged it. */
    Optional<String> of(int word) {
        Span sentenceSpan = sentence.sentence().span();
        int at = sentence.token(word).span().start() - sentenceSpan.start();
        return TIME.matcher(sentenceSpan.of(text))
                .results()
                .filter(match -> !isOfSaying(match.start() + sentenceSpan.start(), match.end() + sentenceSpan.start())
                        && !isOfCourt(word, match.start() + sentenceSpan.start(), match.end() + sentenceSpan.start()))
                .min(Comparator.comparingInt(match -> Math.abs(match.start() - at)))
                .map(match -> match.group().replaceAll("\\s+", " "));
    }

    /** "was convicted on Friday of setting the fire that killed two", not "was charged with killing two on Friday" */
    private boolean isOfCourt(int harm, int start, int end) {
        return sentence.within(new Span(start, end)).stream()
                .mapToObj(sentence::governor)
                .flatMapToInt(OptionalInt::stream)
                .anyMatch(up ->
                        up != harm && COURT.matcher(sentence.token(up).lemma()).matches());
    }

    /** "police said on Tuesday" */
    private boolean isOfSaying(int start, int end) {
        BitSet words = sentence.within(new Span(start, end));
        int first = words.nextSetBit(0);
        if (first < 0) {
            return false;
        }
        boolean behind = IntStream.rangeClosed(1, 3)
                .map(back -> first - back)
                .filter(word -> word >= 0)
                .anyMatch(word -> SAYS.contains(sentence.token(word).lemma()));
        return behind
                || words.stream()
                        .anyMatch(word -> sentence.governor(word).stream()
                                .anyMatch(up -> SAYS.contains(sentence.token(up).lemma()) && !isApart(word, up)));
    }

    /** "… on Thursday, officials said": the comma parts the time from the saying. */
    private boolean isApart(int time, int saying) {
        return time > 1
                && time < saying
                && sentence.tokens().subList(time, saying).stream()
                        .anyMatch(token -> token.form().equals(","))
                && !sentence.tokens().subList(0, time).stream()
                        .allMatch(token -> token.tag().matches("IN|DT|JJ|NNP|RB"));
    }
}
