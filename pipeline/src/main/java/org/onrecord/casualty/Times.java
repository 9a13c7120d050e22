package org.onrecord.casualty;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

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
    /** Their full names. */
    static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";

    private static final String MONTH = "(?:" + MONTHS + "|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";

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

    /** "the largest found since the war of 1999" */
    private static final Pattern SUPERLATIVE = Pattern.compile(
            "(?i)\\b(?:first|deadliest|worst|bloodiest|biggest|heaviest|highest|largest|longest|strongest)\\b");

    /** "the deadliest since the truce collapsed in May" */
    private static final Pattern SINCE = Pattern.compile("\\bsince(?: [^\\s,;]+){1,6} $");

    private static final Pattern COMPARISON = Pattern.compile(
            "(?i)\\b(?:as (?:many|high|much) as|(?:more|fewer|less|higher|lower) than|compared (?:with|to)|against|up from|down from)\\b"
                    + "(?: in| during| over| at)?(?: the| those| that)?(?: [a-z]+){0,3} $");

    private final Parse sentence;
    private final String text;
    private final Harm lexicon;

    Times(Parse sentence, String text, Harm lexicon) {
        this.sentence = sentence;
        this.text = text;
        this.lexicon = lexicon;
    }

    static boolean isTime(String words) {
        return TIME.matcher(words).find();
    }

    /** Whether a verb only tells what others say or do about it. */
    static boolean isSaying(Token verb) {
        return SAYS.contains(verb.lemma()) || COURT.matcher(verb.lemma()).matches();
    }

    /** Words without a time at their beginning: "earthquake" of "Monday night earthquake". */
    static String behind(String words) {
        Matcher time = TIME.matcher(words);
        return time.lookingAt() && time.end() < words.length()
                ? words.substring(time.end()).strip()
                : words;
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
                .filter(match -> !match.group().startsWith("by ")) // how things stood then
                .filter(match -> !isCompared(sentenceSpan.of(text), match.start(), at))
                .filter(match -> isOfHarm(
                        word, new Span(match.start() + sentenceSpan.start(), match.end() + sentenceSpan.start())))
                .min(Comparator.comparingInt(match -> Math.abs(match.start() - at)))
                .map(match -> match.group().replaceAll("\\s+", " "));
    }

    private boolean isOfHarm(int word, Span time) {
        return !isOfSaying(word, time)
                && !isOfCourt(word, time)
                && !isOfAftermath(word, time)
                && !isOfAnother(word, time);
    }

    /** "Kesh, which has been under siege since May": said of what is no event, in a clause of its own. */
    private boolean isOfAnother(int harm, Span time) {
        OptionalInt at = sentence.within(time).stream().max();
        while (at.isPresent() && !sentence.dominates(at.getAsInt(), harm)) {
            int word = at.getAsInt();
            at = sentence.governor(word);
            boolean clause = sentence.hasRelation(word, "acl:relcl")
                    && at.isPresent()
                    && !lexicon.isEvent(sentence.token(at.getAsInt()))
                    && !lexicon.isPerson(sentence.token(at.getAsInt()));
            if (clause) {
                return true;
            }
        }
        return false;
    }

    /** "twice as many as last summer": of another figure, unless the harm is said behind the comparison. */
    private static boolean isCompared(String sentence, int time, int harm) {
        String before = sentence.substring(0, time);
        Matcher comparison = COMPARISON.matcher(before);
        boolean since = sentence.substring(time).matches("(?s)since (?!\\d+, when).*")
                || SINCE.matcher(before).find();
        boolean greatest = since && SUPERLATIVE.matcher(before).find();
        return greatest || (comparison.find() && harm < comparison.start());
    }

    /**
     * "Hopes were fading on Tuesday for 14 men trapped", "agreed on Friday, hours after shells killed two": of another verb,
     * which speaks of those harmed, or of what was done since.
     */
    private boolean isOfAftermath(int harm, Span time) {
        Set<Integer> verbs = sentence.within(time).stream()
                .mapToObj(sentence::governor)
                .flatMapToInt(OptionalInt::stream)
                .filter(up -> up != harm && sentence.token(up).isVerb())
                .boxed()
                .collect(Collectors.toSet());
        boolean apart = false;
        OptionalInt at = OptionalInt.of(harm);
        while (at.isPresent()) {
            int word = at.getAsInt();
            if (verbs.contains(word)) {
                return apart && !Events.happens(sentence.token(word));
            }
            at = sentence.governor(word);
            boolean described = sentence.hasRelation(word, "acl", "acl:relcl")
                    && at.stream()
                            .noneMatch(
                                    noun -> time.contains(sentence.token(noun).span())); // "in 2013, when 115 died"
            apart |= described || isLater(word);
        }
        return false;
    }

    /** "hours after …" */
    private boolean isLater(int verb) {
        return sentence.hasRelation(verb, "advcl")
                && sentence.children(verb, "mark").stream()
                        .anyMatch(mark -> mark > 0
                                && sentence.token(mark).form().equals("after")
                                && sentence.token(mark - 1).lemma().matches("minute|hour|day|week|month|year"));
    }

    /** "was convicted on Friday of setting the fire that killed two", not "was charged with killing two on Friday" */
    private boolean isOfCourt(int harm, Span time) {
        return sentence.within(time).stream()
                .mapToObj(sentence::governor)
                .flatMapToInt(OptionalInt::stream)
                .anyMatch(up -> up != harm
                        && Stream.concat(Stream.of(up), sentence.children(up, "nsubj", "nsubj:pass").stream())
                                .anyMatch(word -> COURT.matcher(
                                                sentence.token(word).lemma())
                                        .matches()));
    }

    /** "police said on Tuesday" */
    private boolean isOfSaying(int harm, Span time) {
        BitSet words = sentence.within(time);
        int first = words.nextSetBit(0);
        if (first < 0) {
            return false;
        }
        boolean behind = IntStream.rangeClosed(1, 3)
                .map(back -> first - back)
                .filter(word -> word >= 0)
                .anyMatch(word ->
                        word != harm && SAYS.contains(sentence.token(word).lemma()) && !isDeadly(word));
        int next = words.stream().max().orElse(first) + 1;
        boolean before = next < sentence.size()
                && sentence.token(next).isVerb()
                && SAYS.contains(sentence.token(next).lemma()); // "the ministry on Monday confirmed"
        return behind
                || before
                || words.stream()
                        .anyMatch(word -> sentence.governor(word).stream()
                                .anyMatch(up -> up != harm
                                        && SAYS.contains(sentence.token(up).lemma())
                                        && !isApart(word, up)));
    }

    /** "has claimed 19 lives" */
    private boolean isDeadly(int verb) {
        return sentence.token(verb).lemma().equals("claim")
                && sentence.children(verb, "obj").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("life"));
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
