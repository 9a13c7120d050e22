package org.onrecord.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * The noun phrase of a source: its words up to where it only adds something, and the word it is about.
 *
 * @param head position of that word in the sentence
 * @param core the words that say who it is: no apposition, no clause behind a comma, no condition of anonymity
 */
record SourcePhrase(Parse sentence, int head, List<Token> core) {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "that", "these", "those");
    private static final Set<String> POINTING = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> SEVERAL =
            Set.of("both", "all", "many", "most", "some", "several", "few", "others", "each", "half", "dozens");
    private static final Set<String> AND = Set.of("and", "or", "&");
    private static final Pattern UNNAMED = Pattern.compile(
            "(who|speaking|talking|on|under|briefed)\\b.*\\b(anonym\\w*|not to be|to remain|condition|declined|requested).*",
            Pattern.DOTALL);

    static SourcePhrase of(Span source, int head, Parse sentence) {
        List<Token> words = sentence.tokens().stream()
                .filter(token -> source.overlaps(token.span()))
                .dropWhile(token -> !token.isWord())
                .toList();
        int end = 0;
        boolean list = isList(words);
        while (end < words.size() && (list || !ends(words, end))) {
            end++;
        }
        List<Token> core = words.subList(0, list ? end : Math.max(end, Math.min(1, words.size())));
        return new SourcePhrase(sentence, repaired(head, core, sentence), core);
    }

    /** "A, B and C": the commas part what belongs together. */
    private static boolean isList(List<Token> words) {
        boolean commas = false;
        boolean joins = false;
        for (Token word : words) {
            boolean and = word.tag().equals("CC") && !word.form().equals("&");
            if (and && commas && joins) {
                return true;
            }
            boolean inList = word.tag().matches("NN.*|,|DT|JJ|PRP\\$|POS|CD|CC");
            commas |= word.tag().equals(",");
            joins = word.isNoun() || word.tag().equals(",");
            if (!inList) {
                return false;
            }
        }
        return false;
    }

    private static boolean ends(List<Token> words, int at) {
        Token word = words.get(at);
        boolean mark = word.tag().matches("[,:.]|-LRB-|HYPH") && !word.form().equals("-");
        return (mark && !word.form().endsWith("."))
                || goesOn(words, at)
                || word.form().matches("[-–—―(\\[]+")
                || (at > 0
                        && UNNAMED.matcher(text(words.subList(at, words.size())))
                                .matches());
    }

    /** "a person who saw it and who …", "a memorandum dated 3 February and stamped …", "a diplomat briefed on the talks" */
    private static boolean goesOn(List<Token> words, int at) {
        boolean joined = words.get(at).tag().equals("CC")
                && at + 1 < words.size()
                && words.get(at + 1).tag().matches("VB[ND]|WP|WDT");
        return at > 0 && (joined || words.get(at).form().equals("briefed"));
    }

    /** Where a long sentence misled the parser, the last noun before anything that follows on a noun. */
    private static int repaired(int head, List<Token> core, Parse sentence) {
        Token given = sentence.token(head);
        int next = core.indexOf(given) + 1;
        if (next > 0 && next < core.size() && core.get(next).tag().equals("POS")) {
            return ownedBy(next, core).map(sentence.tokens()::indexOf).orElse(head);
        }
        boolean usable = given.isNoun() || given.tag().matches("PRP|CD") || core.size() == 1;
        if (usable && core.contains(given)) {
            return head;
        }
        Optional<Token> noun = Optional.empty();
        for (Token word : core) {
            if (noun.isPresent() && !word.isNoun() && !word.tag().equals("POS")) {
                break;
            }
            noun = word.isNoun() ? Optional.of(word) : noun;
        }
        return noun.or(() -> core.stream().findFirst())
                .map(sentence.tokens()::indexOf)
                .orElse(head);
    }

    /** "The club's members": the members. */
    private static Optional<Token> ownedBy(int possessive, List<Token> core) {
        return core.subList(possessive + 1, core.size()).stream()
                .takeWhile(word -> word.isNoun() || word.tag().matches("JJ.?|CD"))
                .reduce((first, second) -> second);
    }

    Token word() {
        return sentence.token(head);
    }

    String lemma() {
        return word().lemma().toLowerCase(Locale.ROOT);
    }

    Span span() {
        return core.isEmpty()
                ? word().span()
                : Span.covering(core.getFirst().span(), core.getLast().span());
    }

    boolean isPronoun() {
        return word().tag().matches("PRP\\$?") && core.size() == 1 && !lemma().equals("one");
    }

    /** "who", "which": stands for the noun before it. */
    boolean isRelative() {
        return core.size() == 1 && word().tag().matches("WP|WDT|WP\\$");
    }

    /** "A:" answers in an interview. */
    boolean isAnswer(Span cue) {
        return core.size() == 1
                && core.getFirst().form().equals("A")
                && cue.length() == 1
                && cue.start() >= core.getFirst().span().end();
    }

    /** What somebody is: the head with what is said of it before it. */
    Optional<String> role() {
        List<Token> words = core.stream()
                .filter(token -> token.span().end() <= word().span().end())
                .dropWhile(token -> token.tag().matches("DT|PDT|CD|PRP\\$"))
                .toList();
        List<Token> ownerless = words.subList(
                IntStream.range(0, words.size())
                        .filter(i -> words.get(i).tag().equals("POS"))
                        .map(i -> i + 1)
                        .max()
                        .orElse(0),
                words.size());
        return ownerless.isEmpty() ? Optional.empty() : Optional.of(inRunningText(text(ownerless)));
    }

    boolean opensSentence() {
        return !core.isEmpty() && core.getFirst().equals(sentence.token(0));
    }

    /** "the youngest of four men": one of them, though the noun is in the plural. */
    boolean isOneOfSeveral() {
        return core.size() > 2
                && (core.get(1).tag().equals("JJS") || core.getFirst().form().equalsIgnoreCase("one"))
                && core.stream().limit(3).anyMatch(token -> token.form().equals("of"));
    }

    boolean isSeveralPeople() {
        return isSeveral() && !isOneOfSeveral();
    }

    /** A name that no entity stands for. */
    boolean isName() {
        return word().isName() && !word().tag().endsWith("S") && !word().equals(sentence.token(0));
    }

    boolean isDefinite() {
        return first().filter(POINTING::contains).isPresent();
    }

    /** "the mayor", "Mayor": the only one there is. */
    boolean isOnlyOne() {
        return !word().tag().endsWith("S")
                && (first().filter(word -> word.equals("the")).isPresent()
                        || !first().filter(this::isDeterminer).isPresent());
    }

    private boolean isDeterminer(String word) {
        return ARTICLES.contains(word) || core.getFirst().tag().matches("DT|CD|PRP\\$");
    }

    private Optional<String> first() {
        return core.stream().findFirst().map(token -> token.form().toLowerCase(Locale.ROOT));
    }

    /** "its owners", "her office": whose, if a pronoun at the beginning says so. */
    Optional<Token> owner() {
        return core.stream().findFirst().filter(token -> token.tag().equals("PRP$"));
    }

    /** More than one person or thing. */
    boolean isSeveral() {
        boolean counted = core.stream()
                .findFirst()
                .filter(token -> token.tag().equals("CD") && !token.lemma().equalsIgnoreCase("one"))
                .isPresent();
        return counted
                || (word().tag().equals("CD") && !word().form().equalsIgnoreCase("one"))
                || first().filter(SEVERAL::contains).isPresent()
                || (word().tag().matches("NNP?S")
                        && !first().filter("one"::equals).isPresent());
    }

    /** "Anna Brill and Oskar Lund", "police and parents"; but "the president and chief executive". */
    boolean isCoordinated() {
        return sentence.children(head, "conj").stream()
                .filter(other -> core.contains(sentence.token(other))
                        && sentence.token(other).isNoun())
                .anyMatch(other ->
                        hasAnd(other) && (!first().filter(this::isDeterminer).isPresent() || isItsOwn(other)));
    }

    private boolean hasAnd(int other) {
        return sentence.tokens().subList(Math.min(head, other), Math.max(head, other)).stream()
                .anyMatch(token -> AND.contains(token.lemma()));
    }

    private boolean isItsOwn(int other) {
        return sentence.token(other).isName()
                || sentence.token(other).tag().equals("NNS")
                || sentence.child(other, "det", "nmod:poss").isPresent();
    }

    /** As it stands in the text, without a leading article. */
    String name() {
        List<Token> words = core.stream()
                .dropWhile(token -> ARTICLES.contains(token.form().toLowerCase(Locale.ROOT)) && core.size() > 1)
                .toList();
        return inRunningText(text(words));
    }

    /** The first word of a sentence is capitalised for no reason of its own. */
    private String inRunningText(String name) {
        boolean common = !core.isEmpty()
                && !core.getFirst().isName()
                && core.getFirst().span().equals(sentence.token(0).span())
                && name.startsWith(core.getFirst().form())
                && name.length() > 1
                && !Character.isUpperCase(name.charAt(1));
        return common ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** The words after the owner. */
    String owned() {
        return text(core.subList(1, core.size()));
    }

    private static String text(List<Token> words) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (Token token : words) {
            text.append(end >= 0 && token.span().start() > end ? " " : "").append(token.form());
            end = token.span().end();
        }
        return text.toString();
    }
}
