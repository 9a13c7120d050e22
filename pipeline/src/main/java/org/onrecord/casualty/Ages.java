package org.onrecord.casualty;

import java.util.List;
import java.util.stream.IntStream;
import org.onrecord.document.Parse;

/** Numbers that say how old somebody is, and count nobody: "men, ages 25, 26 and 33", "both 35", "a boy younger than 12". */
final class Ages {
    private static final long OLDEST = 120;
    private static final String OPENS = "[,:(]|-lrb-|[-–—]|--";
    private static final String CLOSES = "[,.:)]|-rrb-|[-–—]|--";

    private final Parse sentence;
    private final List<String> words;

    /** @param words of the sentence in lower case */
    Ages(Parse sentence, List<String> words) {
        this.sentence = sentence;
        this.words = words;
    }

    /** Whether the number of these words is an age. */
    boolean isAge(int first, int last) {
        return isOfAges(first)
                || isOfPerson(first)
                || isAtDeath(first)
                || (first == last
                        && (isInList(first)
                                || isInRange(first)
                                || isSaidOfAll(first)
                                || isOfOneOfThem(first)
                                || isLimit(first)
                                || isSharedOld(first)
                                || isInBrackets(first)));
    }

    /** "ages 15 to 22" */
    boolean isOfAges(int first) {
        return word(first - 1).matches("ages|aged")
                || (word(first - 1).matches("to|and|-|–") && word(first - 3).matches("ages|aged"));
    }

    /** "a man of 30" */
    private boolean isOfPerson(int first) {
        return word(first - 1).equals("of")
                && word(first - 2)
                        .matches(
                                "man|woman|boy|girl|walker|driver|rider|cyclist|pensioner|(?!murder|number|order|danger)\\p{L}{3,}(?:er|ist)")
                && sentence.token(first - 2).tag().equals("NN");
    }

    /** "died at 91" */
    private boolean isAtDeath(int first) {
        return word(first - 1).equals("at")
                && word(first - 2).matches("dead|die|dies|died|dying")
                && !word(first - 3).matches("the|number|of");
    }

    /** "Two men, 18 and 19, were held", "ages 21, 22, and 24" */
    private boolean isInList(int at) {
        int first = at;
        while (isYears(before(first))) {
            first = before(first);
        }
        int last = at;
        while (isYears(after(last))) {
            last = after(last);
        }
        if (word(first - 1).matches("ages?|aged")) {
            return true;
        }
        return last > first
                && word(first - 1).matches(OPENS)
                && first > 1
                && sentence.token(first - 2).isNoun()
                && word(last + 1).matches(CLOSES)
                && IntStream.rangeClosed(first, last)
                        .anyMatch(word -> word(word).equals("and"));
    }

    /** The word before what joins a list, or nothing that is a number. */
    private int before(int at) {
        int word = at - 1;
        word = word(word).matches("and|or|&") ? word - 1 : word;
        word = word(word).equals(",") ? word - 1 : word;
        return word == at - 1 ? -1 : word;
    }

    private int after(int at) {
        int word = at + 1;
        word = word(word).equals(",") ? word + 1 : word;
        word = word(word).matches("and|or|&") ? word + 1 : word;
        return word == at + 1 ? -1 : word;
    }

    private boolean isYears(int word) {
        return word >= 0 && value(word) > 0 && value(word) <= OLDEST;
    }

    private long value(int word) {
        NumberWords.Read read =
                word < words.size() ? NumberWords.read(List.of(words.get(word))) : new NumberWords.Read(0, 0);
        return read.words() == 1 ? read.value() : 0;
    }

    /** "men who ranged in age from 20 to 22", "between the ages of nine and 14" */
    private boolean isInRange(int at) {
        int from = word(at - 1).matches("to|and|through") ? at - 3 : at - 1;
        int ages = word(from - 1).equals("ranging") ? from - 2 : from - 1;
        return (word(from).equals("from") && word(ages).matches("ages?"))
                || (word(from).equals("of") && word(from - 1).equals("ages"));
    }

    /** "Clara and Ada, both 35,", "Three boys, all 16 or younger," */
    private boolean isSaidOfAll(int at) {
        boolean both = word(at - 1).equals("both")
                && value(at) > 2
                && (at + 1 == words.size() || word(at + 1).matches(CLOSES + "|and"));
        boolean younger = word(at + 1).equals("or") && word(at + 2).matches("younger|older|under|over|above|below");
        return both || younger;
    }

    /** "one 16 and the other 17", "One, 21, is in hospital" */
    private boolean isOfOneOfThem(int at) {
        boolean one = word(at - 1).equals("one") && word(at + 1).matches(CLOSES + "|and");
        boolean other = word(at - 1).matches("other|another")
                && word(at + 1).matches(CLOSES + "|and")
                && IntStream.range(0, at - 1).anyMatch(word -> word(word).equals("one") && isYears(word + 1));
        boolean between = word(at - 1).equals(",")
                && word(at - 2).matches("one|another|other")
                && word(at + 1).equals(",");
        return isYears(at) && (one || other || between);
    }

    /** "a boy younger than 12", "children under the age of eight" */
    private boolean isLimit(int at) {
        return (word(at - 1).equals("than") && word(at - 2).matches("younger|older"))
                || (word(at - 1).equals("of") && word(at - 2).matches("ages?"));
    }

    /** "a 26- and 31-year-old" */
    private boolean isSharedOld(int at) {
        return word(at + 1).equals("-")
                && word(at + 2).matches("and|or|to")
                && word(at + 3).matches(".*-olds?");
    }

    /** "Mara Lind (16)", "Mara Lind, 23 (shot)" */
    private boolean isInBrackets(int at) {
        boolean named = at > 1 && sentence.token(at - 2).isName();
        boolean within = word(at - 1).matches("\\(|-lrb-") && word(at + 1).matches("\\)|-rrb-");
        boolean before = word(at - 1).equals(",") && word(at + 1).matches("\\(|-lrb-");
        return named && isYears(at) && (within || before);
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }
}
