package org.onrecord.casualty;

import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/** What a number counts: people, deaths, or things that are no figure. */
final class Counting {
    /** "in critical but stable condition" */
    private static final int CONDITION_WORDS = 5;

    static final Set<String> GROUPS =
            Set.of("family", "couple", "crew", "gang", "troop", "staff", "police", "people", "other");

    /** How far behind its number a noun belongs to the words of the figure. */
    private static final int NEAR = 5;

    private final Parse sentence;
    private final Harm harm;

    Counting(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** The noun that is counted; the number itself where none is. */
    int head(NumberPhrase number) {
        int word = number.number();
        OptionalInt up = sentence.governor(word);
        if (up.isPresent() && isGroup(up.getAsInt()) && isOf(word)) {
            return up.getAsInt();
        }
        boolean sharesNoun = up.isPresent()
                && sentence.hasRelation(word, "conj")
                && sentence.token(up.getAsInt()).tag().equals("CD");
        if (sharesNoun) {
            word = up.getAsInt();
            up = sentence.governor(word);
        }
        boolean counts = sentence.hasRelation(
                        word, "nummod", "det", "amod", "advmod", "compound", "det:predet", "nmod:poss", "cc:preconj")
                && up.isPresent()
                && up.getAsInt() > number.last()
                && (sentence.token(up.getAsInt()).isNoun()
                        || sentence.token(up.getAsInt()).tag().startsWith("JJ"));
        int next = number.last() + 1;
        boolean aged = number.article()
                && next < sentence.size()
                && harm.isPerson(sentence.token(next))
                && !(counts && harm.isPerson(sentence.token(up.getAsInt())));
        if (aged) {
            return next; // "a 4-year-old shot dead", where "shot" passes for the noun
        }
        boolean titled = counts
                && up.getAsInt() == next + 1
                && Headlines.isHeadline(sentence)
                && harm.isPerson(sentence.token(next))
                && (harm.state(sentence.token(next + 1)).isPresent()
                        || sentence.token(next + 1).form().equalsIgnoreCase("shot"));
        if (titled) {
            return next; // "3 Men Hurt", "Four People Shot", where every word has a capital
        }
        boolean bare = number.article() && harm.isPerson(sentence.token(word));
        if (bare && counts && !harm.isPerson(sentence.token(up.getAsInt()))) {
            return word; // "Boy shot, killed in Marlow"
        }
        return counts && !isAnotherSuch(number) && !isShot(number) ? up.getAsInt() : number.number();
    }

    /** "a family of seven" */
    private boolean isGroup(int noun) {
        return sentence.token(noun).lemma().matches("family|crew|group|team|party|gang|household|patrol|class");
    }

    private boolean isOf(int word) {
        return sentence.children(word, "case").stream()
                .anyMatch(link -> sentence.token(link).form().equals("of"));
    }

    /** "A woman was killed and another hurt", "and another in critical condition" */
    private boolean isAnotherSuch(NumberPhrase number) {
        int next = number.last() + 1;
        if (!sentence.token(number.first()).form().equalsIgnoreCase("another") || next >= sentence.size()) {
            return false;
        }
        boolean state = harm.state(sentence.token(next)).isPresent()
                && (next + 1 == sentence.size() || !sentence.token(next + 1).isNoun());
        boolean condition = sentence.token(next).form().equals("in")
                && sentence.tokens().subList(next, Math.min(sentence.size(), next + CONDITION_WORDS)).stream()
                        .anyMatch(token -> token.lemma().matches("condition|hospital"));
        return state || condition;
    }

    /** "two more", "13 others" stand for people. */
    boolean standsForPeople(Token token) {
        return token.lemma().matches("more|other|others|another|further");
    }

    /** People, harm nouns, or a bare number; never things, and never an article before anything but a person. */
    boolean canCount(NumberPhrase number, int head) {
        boolean bare = head == number.number();
        int noun = bare ? counted(head) : head;
        boolean person = harm.isPerson(sentence.token(noun))
                || standsForPeople(sentence.token(noun))
                || (noun != head && noun >= number.first() && noun <= number.last())
                || harm.counted(sentence.token(noun)).isPresent()
                || sentence.token(noun).lemma().equals("count")
                || harm.state(sentence.token(noun)).isPresent();
        boolean anotherAlone = number.article()
                && bare
                && sentence.token(number.first()).form().equalsIgnoreCase("another")
                && (sentence.hasRelation(head, "nsubj", "nsubj:pass") || isHarmed(head));
        if (isAnotherSuch(number) || anotherAlone) {
            return true;
        }
        if (number.quantity() instanceof Quantity.None && isAbsence(head)) {
            return true;
        }
        if (number.article()) {
            boolean group = GROUPS.contains(sentence.token(head).lemma());
            return !group
                    && (harm.isPerson(sentence.token(head)) || isYearsOld(head))
                    && !sentence.token(head).tag().equals("NNS")
                    && (!sentence.hasRelation(head, "compound") || isFollowedByShot(head))
                    && !Obituary.isNatural(sentence);
        }
        boolean ofThings = bare
                && sentence.hasRelation(head, "appos")
                && sentence.governor(head).stream()
                        .anyMatch(other -> sentence.token(other).tag().equals("NNS")
                                && !harm.isPerson(sentence.token(other))
                                && harm.counted(sentence.token(other)).isEmpty());
        if (ofThings) {
            return false; // "two recordings, one captured by a police camera"
        }
        boolean nextIsThing = bare && noun == head && behindIsThing(number);
        return (bare && noun == head && !nextIsThing) || person;
    }

    /** "killing three people and wounding another": nobody and nothing is named behind it. */
    private boolean isHarmed(int another) {
        int next = another + 1;
        boolean ends = next == sentence.size()
                || sentence.token(next).tag().matches("[.,:]|CC|IN|''|RB|NNP|TO")
                || !sentence.token(next).isWord();
        return ends
                && sentence.hasRelation(another, "obj")
                && sentence.governor(another).stream()
                        .anyMatch(verb -> verb < another
                                && harm.done(sentence.token(verb)).isPresent()
                                && !isOfThings(verb));
    }

    /** "shot one dog and wounded another" */
    private boolean isOfThings(int verb) {
        return sentence.hasRelation(verb, "conj")
                && sentence.governor(verb).stream()
                        .filter(before -> harm.done(sentence.token(before)).isPresent())
                        .flatMap(before ->
                                sentence.children(before, "obj").stream().mapToInt(Integer::intValue))
                        .anyMatch(noun -> sentence.token(noun).tag().matches("NNS?")
                                && !harm.isPerson(sentence.token(noun))
                                && !standsForPeople(sentence.token(noun)));
    }

    /** "a 17 year old" */
    private boolean isYearsOld(int word) {
        return word > 2
                && sentence.token(word).lemma().equals("old")
                && sentence.token(word - 1).form().matches("years?|months?")
                && sentence.token(word - 2).tag().equals("CD")
                && (word + 1 == sentence.size() || !sentence.token(word + 1).isNoun());
    }

    private boolean isFollowedByShot(int person) {
        return person + 1 < sentence.size() && sentence.token(person + 1).form().equalsIgnoreCase("shot");
    }

    /** no loss of life, no reports of casualties */
    private boolean isAbsence(int head) {
        return sentence.token(head).lemma().equals("loss")
                || new NounFrames(sentence, harm).reported(head).isPresent();
    }

    /** "5 shot in Marlow": several, or one in a headline, so "shot" is no noun. */
    private boolean isShot(NumberPhrase number) {
        int next = number.last() + 1;
        boolean people = number.quantity().min().orElse(0) > 1
                || (number.first() == 0 && !number.article() && Headlines.isHeadline(sentence));
        return next < sentence.size()
                && people
                && sentence.token(next).form().equalsIgnoreCase("shot")
                && (next + 1 == sentence.size() || !sentence.token(next + 1).isNoun());
    }

    private boolean behindIsThing(NumberPhrase number) {
        if (isShot(number)) {
            return false;
        }
        int next = number.last() + 1;
        while (next < sentence.size()
                && sentence.token(next).tag().matches("JJ|VB[NG]")
                && sentence.hasRelation(next, "amod")) {
            next++;
        }
        while (next + 1 < sentence.size()
                && sentence.token(next).isNoun()
                && sentence.token(next + 1).isNoun()
                && sentence.hasRelation(next, "compound")) {
            next++;
        }
        boolean drowned = next + 1 < sentence.size()
                && sentence.token(next).tag().matches("VB[DN]")
                && sentence.token(next + 1).tag().equals("NNS")
                && !harm.isPerson(sentence.token(next + 1))
                && !sentence.hasRelation(next + 1, "obj");
        if (drowned) {
            return true;
        }
        return next < sentence.size()
                && sentence.token(next).isNoun()
                && !(next > number.last() + 1 && sentence.token(next).isName())
                && !harm.isPerson(sentence.token(next))
                && harm.counted(sentence.token(next)).isEmpty()
                && harm.state(sentence.token(next)).isEmpty();
    }

    /** "thousands of civilians", "two of the 30 wounded": the noun behind "of". */
    int counted(int number) {
        return sentence.children(number, "nmod").stream()
                .filter(child -> sentence.children(child, "case").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("of")))
                .filter(child -> sentence.token(child).isNoun())
                .findFirst()
                .map(child -> deeper(child))
                .orElse(number);
    }

    private int deeper(int noun) {
        return sentence.token(noun).lemma().matches("thousand|hundred|dozen|ten") ? counted(noun) : noun;
    }

    /** The last word of the figure: the noun counted, where it stands right behind the number. */
    int lastWord(NumberPhrase number, int head) {
        int noun = head == number.number() ? counted(head) : head;
        boolean state = harm.state(sentence.token(noun)).isPresent();
        return noun > number.last() && noun - number.last() <= NEAR && !state ? noun : number.last();
    }

    /** "was jailed for life": a punishment. */
    boolean isPunishment(NumberPhrase number, int head) {
        int verb = sentence.governor(Math.max(head, number.number())).orElse(0);
        return sentence.token(verb).lemma().matches("jail|imprison|sentence")
                && sentence.tokens().subList(verb, sentence.size()).stream()
                        .limit(5)
                        .anyMatch(token -> token.lemma().matches("life|year|month|day"));
    }
}
