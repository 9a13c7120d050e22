package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;

/**
 * Finds number phrases in a sentence and reads how exact they are. What is plainly no count of people is left out: money,
 * shares, ages, years, dates, durations, measures, numbers that name something.
 */
final class Numbers {
    private static final int LONGEST = 8;

    /** A vague word with its interval (contract.md). */
    private static final Set<String> ASKING = Set.of("how", "so", "as", "too", "very");

    private static final Set<String> LIMITS = Set.of("over", "under", "above", "below");

    private record Vague(String words, long min, long max) {}

    private static final long OPEN = -1;
    private static final List<Vague> VAGUE = List.of(
            new Vague("hundreds of thousands", 200_000, 999_999),
            new Vague("tens of thousands", 20_000, 99_999),
            new Vague("several thousand", 3_000, 9_999),
            new Vague("several hundred", 300, 999),
            new Vague("several dozen", 36, 99),
            new Vague("a few dozen", 36, 99),
            new Vague("a few hundred", 300, 999),
            new Vague("half a dozen", 6, 6),
            new Vague("half-a-dozen", 6, 6),
            new Vague("a couple", 2, 2),
            new Vague("a dozen", 12, 12),
            new Vague("a handful", 3, 9),
            new Vague("a few", 3, 9),
            new Vague("a score", 20, 20),
            new Vague("millions", 2_000_000, OPEN),
            new Vague("thousands", 2_000, 9_999),
            new Vague("hundreds", 200, 999),
            new Vague("scores", 40, 199),
            new Vague("dozens", 24, 99),
            new Vague("several", 3, 9),
            new Vague("few", 3, 9),
            new Vague("a number", OPEN, OPEN),
            new Vague("many", OPEN, OPEN),
            new Vague("numerous", OPEN, OPEN),
            new Vague("countless", OPEN, OPEN),
            new Vague("multiple", OPEN, OPEN));

    /** Words before a number that bound it. */
    private record Bound(String words, LongFunction<Quantity> quantity) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound("at least", Quantity.AtLeast::new),
            new Bound("no fewer than", Quantity.AtLeast::new),
            new Bound("no less than", Quantity.AtLeast::new),
            new Bound("not less than", Quantity.AtLeast::new),
            new Bound("a minimum of", Quantity.AtLeast::new),
            new Bound("more than", Quantity.MoreThan::new),
            new Bound("over", Quantity.MoreThan::new),
            new Bound("above", Quantity.MoreThan::new),
            new Bound("upwards of", Quantity.MoreThan::new),
            new Bound("in excess of", Quantity.MoreThan::new),
            new Bound("not fewer than", Quantity.AtLeast::new),
            new Bound("no more than", Quantity.AtMost::new),
            new Bound("not more than", Quantity.AtMost::new),
            new Bound("up to", Quantity.AtMost::new),
            new Bound("as many as", Quantity.AtMost::new),
            new Bound("at most", Quantity.AtMost::new),
            new Bound("a maximum of", Quantity.AtMost::new),
            new Bound("fewer than", Numbers::fewer),
            new Bound("less than", Numbers::fewer),
            new Bound("under", Numbers::fewer),
            new Bound("below", Numbers::fewer),
            new Bound("close to", Quantity.About::new),
            new Bound("just under", Quantity.About::new),
            new Bound("just over", Quantity.About::new),
            new Bound("an estimated", Quantity.About::new),
            new Bound("estimated", Quantity.About::new),
            new Bound("about", Quantity.About::new),
            new Bound("around", Quantity.About::new),
            new Bound("some", Quantity.About::new),
            new Bound("roughly", Quantity.About::new),
            new Bound("approximately", Quantity.About::new),
            new Bound("nearly", Quantity.About::new),
            new Bound("almost", Quantity.About::new),
            new Bound("circa", Quantity.About::new));

    private static final String UNIT =
            "%|percent|per|pct|years?|years?-olds?|yrs?|y/o|yo|days?|hours?|minutes?|seconds?|weeks?|months?|decades?|centuries|km|kms|kilometres?|kilometers?|miles?|metres?|meters?"
                    + "|feet|foot|ft|inch|inches|cm|mm|kg|tonnes?|tons?|pounds?|dollars?|euros?|yen|cents?|mph|degrees?|acres?|hectares?|litres?|liters?|gallons?|barrels?|times|pm|am|p\\.m\\.|a\\.m\\.|bn|gmt"
                    + "|january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?";
    private static final String MONTH =
            "january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?";

    private static final Pattern ORDINAL = Pattern.compile(
            "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:st|nd|rd|th)");
    /** Nouns that say how many they are. */
    private static final Map<String, Long> SEVERAL =
            Map.of("couple", 2L, "twins", 2L, "pair", 2L, "trio", 3L, "triplets", 3L);

    private static final Map<String, Long> TIMES_OF =
            Map.of("double", 2L, "triple", 3L, "quadruple", 4L, "quintuple", 5L);
    private static final Pattern TIMES = Pattern.compile(
            "(double|triple|quadruple|quintuple)(?:-?(?:murder|homicide|killing|fatality|shooting|stabbing|fatal))?");
    private static final Pattern STRONG =
            Pattern.compile("(\\p{L}+|\\d+)-(?:man|woman|person|member|strong|fatality|death|victim)");

    private final Parse sentence;
    private final List<String> words;
    private final Ages ages;

    private Numbers(Parse sentence) {
        this.sentence = sentence;
        this.words = sentence.tokens().stream()
                .map(token -> token.form().toLowerCase(Locale.ROOT))
                .toList();
        this.ages = new Ages(sentence, words);
    }

    static List<NumberPhrase> in(Parse sentence) {
        return new Numbers(sentence).find();
    }

    private List<NumberPhrase> find() {
        List<NumberPhrase> found = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Optional<NumberPhrase> phrase = phrase(at);
            phrase.ifPresent(found::add);
            at = phrase.map(number -> number.last() + 1).orElse(at + 1);
        }
        return found;
    }

    private Optional<NumberPhrase> phrase(int at) {
        return zero(at).or(() -> notAll(at))
                .or(() -> bounded(at))
                .or(() -> vague(at, at))
                .or(() -> plain(at))
                .or(() -> ordinal(at))
                .or(() -> single(at));
    }

    private Optional<NumberPhrase> zero(int at) {
        boolean none = words.get(at).matches("no|none|nobody|zero")
                && !follows(at, "none other")
                && !follows(at, "no more than")
                && !follows(at, "no fewer than")
                && !follows(at, "no less than");
        boolean noOne = follows(at, "no one") || follows(at, "no-one");
        return none || noOne
                ? Optional.of(new NumberPhrase(
                        at,
                        follows(at, "no one") ? at + 1 : at,
                        follows(at, "no one") ? at + 1 : at,
                        new Quantity.None(),
                        false))
                : Optional.empty();
    }

    /** "Not all of the 20 were killed" */
    private Optional<NumberPhrase> notAll(int at) {
        int from = follows(at, "not all of the") ? at + 4 : follows(at, "not all") ? at + 2 : -1;
        NumberWords.Read all = from < 0 ? new NumberWords.Read(0, 0) : read(from);
        return all.words() > 0
                ? Optional.of(phrase(at, from + all.words() - 1, new Quantity.FewerThan(all.value())))
                : Optional.empty();
    }

    /** "at least 12", "between 30 and 40", "more than a dozen" */
    private Optional<NumberPhrase> bounded(int at) {
        if (words.get(at).equals("between")) {
            NumberWords.Read low = read(at + 1);
            int and = at + 1 + low.words();
            NumberWords.Read high =
                    low.words() > 0 && and < words.size() && words.get(and).equals("and")
                            ? read(and + 1)
                            : new NumberWords.Read(0, 0);
            return high.words() > 0 && high.value() >= low.value() && counts(and + high.words())
                    ? Optional.of(phrase(at, and + high.words(), new Quantity.Between(low.value(), high.value())))
                    : Optional.empty();
        }
        boolean age = LIMITS.contains(words.get(at))
                && word(at - 1).matches("them|those|whom|people|anyone|everyone|all|mostly|mainly|aged|men|women");
        for (Bound bound : BOUNDS) {
            if (!age && follows(at, bound.words())) {
                int from = at + bound.words().split(" ", -1).length;
                Optional<NumberPhrase> vague = vague(from, at).map(inner -> bind(bound, inner, at));
                NumberWords.Read read = read(from);
                if (vague.isPresent() || read.words() == 0) {
                    return vague;
                }
                int last = from + read.words() - 1;
                return counts(last) ? Optional.of(upTo(at, last, read.value(), bound)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "at least nine and not more than 14" */
    private NumberPhrase upTo(int at, int last, long low, Bound bound) {
        boolean least = bound.quantity().apply(low) instanceof Quantity.AtLeast;
        for (String limit : List.of("and not more than", "and no more than", "and at most", "but not more than")) {
            int length = limit.split(" ", -1).length;
            NumberWords.Read high =
                    least && follows(last + 1, limit) ? read(last + 1 + length) : new NumberWords.Read(0, 0);
            if (high.words() > 0 && high.value() > low) {
                return phrase(at, last + length + high.words(), new Quantity.Between(low, high.value()));
            }
        }
        return phrase(at, last, bound.quantity().apply(low));
    }

    private static NumberPhrase bind(Bound bound, NumberPhrase vague, int first) {
        OptionalLong low = vague.quantity().min();
        boolean about = bound.quantity().apply(1) instanceof Quantity.About;
        Quantity quantity =
                low.isEmpty() || about ? vague.quantity() : bound.quantity().apply(low.getAsLong());
        return new NumberPhrase(first, vague.number(), vague.last(), quantity, false);
    }

    private Optional<NumberPhrase> vague(int at, int first) {
        boolean asked = ASKING.contains(word(at - 1));
        for (Vague vague : VAGUE) {
            boolean pair = vague.words().equals("a couple") && !isCountOf(at + 2);
            if (pair && follows(at, "a couple")) {
                return Optional.of(new NumberPhrase(first, at + 1, at + 1, new Quantity.Exactly(2), false));
            }
            if (!asked && follows(at, vague.words())) {
                int length = vague.words().split(" ", -1).length;
                int last = at + length - 1;
                Quantity quantity = vague.min() == vague.max()
                                && vague.min() > 0
                                && vague.words().contains("dozen")
                        ? new Quantity.Vague(vague.words(), OptionalLong.of(vague.min()), OptionalLong.of(vague.max()))
                        : new Quantity.Vague(vague.words(), bound(vague.min()), bound(vague.max()));
                return Optional.of(new NumberPhrase(first, heads(at, last), last, quantity, false));
            }
        }
        return Optional.empty();
    }

    /** "a couple of tourists", not "a couple and their children" */
    private boolean isCountOf(int next) {
        return word(next).equals("of")
                || (next < words.size() && sentence.token(next).isNoun());
    }

    private static OptionalLong bound(long value) {
        return value == OPEN ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private Optional<NumberPhrase> plain(int at) {
        NumberWords.Read read = read(at);
        if (read.words() == 0) {
            return compound(at);
        }
        boolean corrected = at > 0
                && words.get(at - 1).equals("not")
                && words.size() > at + 1
                && words.get(at + 1).equals("but");
        if (corrected && read.value() == 1) {
            // "not one but two" speaks of two
            return Optional.empty();
        }
        int last = repeated(at + read.words() - 1, read.value());
        if (words.get(at).matches("\\d+\\.\\d+") && read.words() == 1) {
            return Optional.empty(); // "6.6" of something is no count of people
        }
        Optional<NumberPhrase> range = range(at, last, read.value());
        if (range.isPresent()) {
            return range.filter(unused -> !ages.isOfAges(at));
        }
        if (!counts(last) || isShare(at, last) || isLimit(at) || isAgeOrName(at, last)) {
            // Passed over whole, so that "1998" is not read again as something else.
            return Optional.empty();
        }
        if (follows(last + 1, "or so") || words.get(last).endsWith("-odd")) {
            return Optional.of(
                    phrase(at, words.get(last).endsWith("-odd") ? last : last + 2, new Quantity.About(read.value())));
        }
        if (follows(last + 1, "or more")) {
            return Optional.of(phrase(at, last + 2, new Quantity.AtLeast(read.value())));
        }
        return Optional.of(phrase(at, last, new Quantity.Exactly(read.value())));
    }

    /** "two (2) officers": the last word of a number that digits repeat. */
    private int repeated(int last, long value) {
        boolean again = word(last + 1).matches("\\(|-lrb-")
                && read(last + 2).words() == 1
                && read(last + 2).value() == value
                && word(last + 3).matches("\\)|-rrb-");
        return again ? last + 3 : last;
    }

    /** "Twenty, possibly 25, died" */
    private Optional<NumberPhrase> possibly(int at, int last, long low) {
        if (last + 3 >= words.size()
                || !words.get(last + 1).equals(",")
                || !words.get(last + 2).matches("possibly|perhaps|maybe")) {
            return Optional.empty();
        }
        NumberWords.Read high = read(last + 3);
        return high.words() > 0 && high.value() > low
                ? Optional.of(phrase(at, last + 2 + high.words(), new Quantity.Between(low, high.value())))
                : Optional.empty();
    }

    private Optional<NumberPhrase> range(int at, int last, long low) {
        Optional<NumberPhrase> possibly = possibly(at, last, low);
        if (possibly.isPresent()) {
            return possibly;
        }
        if (last + 2 < words.size() && words.get(last + 1).matches("to|or|-|–")) {
            NumberWords.Read high = read(last + 2);
            int end = last + 1 + high.words();
            boolean revised = at > 0 && words.get(at - 1).matches("from|by");
            if (high.words() > 0 && high.value() > low && counts(end) && !revised) {
                return Optional.of(phrase(at, end, new Quantity.Between(low, high.value())));
            }
        }
        String[] ends = words.get(at).split("[-–]", -1);
        if (at == last && ends.length == 2 && ends[0].matches("\\d+") && ends[1].matches("\\d+")) {
            long first = Long.parseLong(ends[0]);
            long second = Long.parseLong(ends[1]);
            return second > first
                    ? Optional.of(phrase(at, last, new Quantity.Between(first, second)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** "12-man crew", "seven-fatality pile-up", "triple murder", "both pilots": the number is part of another word. */
    private Optional<NumberPhrase> compound(int at) {
        String word = words.get(at);
        if (word.equals("both")
                && at + 1 < words.size()
                && sentence.token(at + 1).tag().equals("NNS")) {
            return Optional.of(new NumberPhrase(at, at, at, new Quantity.Exactly(2), false));
        }
        if (word.equals("neither")) {
            return Optional.of(new NumberPhrase(at, at, at, new Quantity.None(), false));
        }
        boolean several = at > 0
                && sentence.token(at - 1).tag().matches("DT|PRP\\$|POS|JJ")
                && !word(at + 1).equals("of")
                && SEVERAL.containsKey(word);
        if (several) {
            return Optional.of(
                    new NumberPhrase(at, at, at, new Quantity.Exactly(SEVERAL.getOrDefault(word, 2L)), false));
        }
        Matcher times = TIMES.matcher(word);
        boolean deed = word.contains("-")
                || (at + 1 < words.size()
                        && words.get(at + 1).matches("murders?|homicides?|killings?|fatality|drowning"));
        if (times.matches() && deed) {
            return Optional.of(new NumberPhrase(
                    at, at, at, new Quantity.Exactly(TIMES_OF.getOrDefault(times.group(1), 2L)), false));
        }
        Matcher crew = STRONG.matcher(word);
        if (crew.matches()) {
            NumberWords.Read read = NumberWords.read(List.of(crew.group(1)));
            return read.words() == 0
                    ? Optional.empty()
                    : Optional.of(new NumberPhrase(at, at, at, new Quantity.Exactly(read.value()), false));
        }
        return Optional.empty();
    }

    /** "a fifth succumbed", "A seventh pupil died": one more. "A fifth of the town" is a share. */
    private Optional<NumberPhrase> ordinal(int at) {
        boolean one = words.get(at).equals("a")
                && at + 2 < words.size()
                && ORDINAL.matcher(words.get(at + 1)).matches()
                && !words.get(at + 2).matches("of|time|day|week|month|year|-");
        boolean alone = one
                && !sentence.token(at + 2).isNoun()
                && !sentence.token(at + 2).tag().startsWith("JJ");
        return alone
                ? Optional.of(new NumberPhrase(at, at + 1, at + 1, new Quantity.Exactly(1), false))
                : Optional.empty();
    }

    /** Whether the phrase is one more: "a fifth". */
    static boolean isOneMore(NumberPhrase number, Parse sentence) {
        int first = number.first();
        return first + 1 < sentence.size()
                && sentence.token(first).form().equalsIgnoreCase("a")
                && ORDINAL.matcher(sentence.token(first + 1).form().toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** "a", "an", "another", and possessives are left to whoever knows whether a person follows. */
    private Optional<NumberPhrase> single(int at) {
        return words.get(at).matches("an?|another")
                ? Optional.of(new NumberPhrase(at, at, at, new Quantity.Exactly(1), true))
                : Optional.empty();
    }

    private NumberPhrase phrase(int first, int last, Quantity quantity) {
        return new NumberPhrase(first, heads(first, last), last, quantity, false);
    }

    /** The word of the phrase that hangs in the tree outside it. */
    private int heads(int first, int last) {
        for (int word = last; word >= first; word--) {
            int up = sentence.governor(word).orElse(-1);
            if (up < first || up > last) {
                if (!sentence.hasRelation(word, "case", "advmod", "fixed", "mark", "det", "cc")) {
                    return word;
                }
            }
        }
        return last;
    }

    private NumberWords.Read read(int at) {
        return at < words.size()
                ? NumberWords.read(words.subList(at, Math.min(words.size(), at + LONGEST)))
                : new NumberWords.Read(0, 0);
    }

    /** Whether what follows leaves it a count. */
    private boolean counts(int last) {
        String next = last + 1 < words.size() ? words.get(last + 1) : "";
        boolean unit = next.matches(UNIT) && !(next.matches("may|march") && !isMonth(last + 1));
        boolean channel = next.equals("news") && sentence.token(last + 1).isName();
        return !unit && !channel && !words.get(last).matches(".*-.*old.*");
    }

    private boolean isMonth(int word) {
        return sentence.token(word).isName();
    }

    /** Ages, years, dates, money, and numbers that name something. */
    private boolean isAgeOrName(int first, int last) {
        String before = first > 0 ? words.get(first - 1) : "";
        String after = last + 1 < words.size() ? words.get(last + 1) : "";
        boolean money = before.matches(
                        "[$£€¥#]|us\\$|no\\.|number|resolution|article|section|flight|route|highway|page|aged|age|magnitude|at")
                && !(before.equals("at") && after.isEmpty());
        boolean tallied = first > 1 && words.get(first - 2).matches("toll|count|tally|total|figure|dead|number");
        boolean atCount =
                before.equals("at") && (tallied || sentence.hasRelation(first, "obl", "nmod") || after.isEmpty());
        boolean month = before.matches(MONTH) && sentence.token(first - 1).isName();
        boolean year = first == last
                && words.get(first).matches("1[5-9]\\d\\d|20\\d\\d")
                && (before.matches("in|since|of|by|from|until|the|early|late|mid|summer|spring|autumn|winter|,")
                        || month)
                && (after.isEmpty() || !sentence.token(last + 1).isNoun());
        boolean betweenCommas = before.equals(",")
                && after.matches("[,.;]?")
                && first == last
                && first > 1
                && sentence.token(first - 2).isWord()
                && !sentence.token(first - 2).tag().equals("CD")
                && (after.equals(",") || sentence.token(first - 2).isNoun());
        boolean nameBefore = first > 0
                && sentence.token(first - 1).isName()
                && !Headlines.isHarm(sentence.token(first - 1))
                && sentence.hasRelation(first, "nummod")
                && sentence.governor(first).orElse(-1) == first - 1;
        boolean yearOf = first == last
                && words.get(first).matches("19\\d\\d|20[0-3]\\d")
                && sentence.hasRelation(first, "nummod", "compound")
                && sentence.governor(first).stream()
                        .anyMatch(noun -> sentence.token(noun).tag().matches("NNP?"));
        return yearOf || ages.isAge(first, last) || (money && !atCount) || month || year || betweenCommas || nameBefore;
    }

    /** "one in four", "all but three": a share, or who is left. */
    private boolean isShare(int at, int last) {
        NumberWords.Read whole = word(last + 1).equals("in") ? read(last + 2) : new NumberWords.Read(0, 0);
        boolean inSo = whole.words() == 1 && whole.value() <= 100;
        boolean ofSo = word(at - 1).equals("in") && at > 1 && read(at - 2).words() == 1;
        return inSo || ofSo || (word(at - 1).equals("but") && word(at - 2).equals("all"));
    }

    /** "most of them over 80" */
    private boolean isLimit(int at) {
        return LIMITS.contains(word(at - 1)) && word(at - 2).matches("them|those|whom|people|all|aged|men|women");
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private boolean follows(int at, String phrase) {
        if (!phrase.startsWith(word(at))) {
            return false;
        }
        String[] parts = phrase.split(" ", -1);
        if (at + parts.length > words.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!words.get(at + i).equals(parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static Quantity fewer(long count) {
        return new Quantity.FewerThan(Math.max(1, count));
    }
}
