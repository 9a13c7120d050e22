package org.onrecord.quote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.onrecord.document.Basis;
import org.onrecord.document.Quote;
import org.onrecord.document.Token;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Lexicon;

/** Tells what quotation marks are for. The rules are tried in order; the first that applies decides. */
final class Kinds {
    private static final int LONGEST_TERM = 5;
    private static final int LONGEST_NICKNAME = 3;
    private static final int NEAR = 4;
    private static final Set<String> NAMING = Set.of("titled", "entitled", "called", "named", "headlined");
    private static final Set<String> TERMING = Set.of(
            "so-called", "dubbed", "nicknamed", "termed", "labelled", "labeled", "coined", "codenamed", "code-named");
    private static final Set<String> COPULAS = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "popularly", "commonly", "often", "also", "sometimes");

    private final Lexicon works;
    private final Lexicon cues;
    private final List<Rule> rules = List.of(
            new Rule("quote-nickname", Quote.Kind.SCARE, 0.95, this::isNickname),
            new Rule("quote-work", Quote.Kind.TITLE, 0.93, this::isWork),
            new Rule("quote-term", Quote.Kind.SCARE, 0.9, this::isTerm),
            new Rule("quote-beside-cue", Quote.Kind.DIRECT, 0.97, this::isUtteranceBesideCue),
            new Rule("quote-utterance", Quote.Kind.DIRECT, 0.92, this::isUtterance),
            new Rule("quote-in-reported-clause", Quote.Kind.MIXED, 0.85, this::hasCue),
            new Rule(
                    "quote-no-cue-short",
                    Quote.Kind.SCARE,
                    0.8,
                    quote -> quote.inside().size() <= LONGEST_TERM),
            new Rule("quote-no-cue-clause", Quote.Kind.DIRECT, 0.7, Surroundings::isClause),
            new Rule("quote-no-cue-long", Quote.Kind.MIXED, 0.6, quote -> true));

    private Kinds(Lexicon works, Lexicon cues) {
        this.works = works;
        this.cues = cues;
    }

    static Kinds load() {
        return new Kinds(Lexicon.load("quote/works.txt"), Lexicon.load("attribution/cues.txt"));
    }

    /** What a rule decides and on what condition. */
    private record Rule(String id, Quote.Kind kind, double confidence, Predicate<Surroundings> applies) {}

    /** The kind with the rule that decided. */
    record Decision(Quote.Kind kind, Basis basis) {}

    Decision of(Surroundings quote) {
        Rule rule = rules.stream()
                .filter(candidate -> candidate.applies().test(quote))
                .findFirst()
                .orElseThrow();
        return new Decision(rule.kind(), new Basis.Rule(rule.id(), rule.confidence()));
    }

    /** Jim "Tank" Orr */
    private boolean isNickname(Surroundings quote) {
        boolean between = quote.inside().size() <= LONGEST_NICKNAME
                && last(quote.before()).filter(Token::isName).isPresent()
                && quote.after().stream().findFirst().filter(Token::isName).isPresent();
        return between && !quote.isClause() && !quote.endsWithStop();
    }

    /** the report, "War of Annihilation"; a film called "Dust" */
    private boolean isWork(Surroundings quote) {
        if (!quote.isTitleCase() || !quote.opensWithCapital()) {
            return false;
        }
        boolean named = NAMING.contains(quote.wordBefore(1));
        boolean workBefore = false;
        for (int place = 1; place <= (named ? NEAR : 1); place++) {
            workBefore |= works.contains(quote.wordBefore(place));
        }
        boolean workBehind = works.contains(quote.wordAfter(1))
                || (Set.of("a", "an", "the", "his", "her", "their", "its").contains(quote.wordAfter(1))
                        && works.contains(quote.wordAfter(2)));
        return workBefore || (named && !isPassive(quote)) || workBehind;
    }

    private static boolean isPassive(Surroundings quote) {
        return COPULAS.contains(quote.wordBefore(2));
    }

    /** so-called "smart" weapons; known as "the Pit"; what is called a "dry run" */
    private boolean isTerm(Surroundings quote) {
        if (quote.inside().size() > LONGEST_TERM || quote.inside().isEmpty()) {
            return quote.inside().isEmpty();
        }
        String nearest = quote.wordBefore(1);
        String second = quote.wordBefore(2);
        String third = quote.wordBefore(3);
        boolean termed = TERMING.contains(nearest) || TERMING.contains(second);
        boolean knownAs =
                (nearest.equals("as") && second.equals("known")) || (second.equals("as") && third.equals("known"));
        boolean passiveCalled = nearest.equals("called") && COPULAS.contains(second);
        return termed || knownAs || passiveCalled;
    }

    /** “No,” said Orr. Orr said: “No.” */
    private boolean isUtteranceBesideCue(Surroundings quote) {
        boolean introduced = last(quote.before())
                        .filter(token -> token.form().matches("[:,]"))
                        .isPresent()
                && (hasCue(quote.before()) || quote.goesOnAfterAct())
                && (quote.opensWithCapital() || (quote.isClause() && quote.endsWithStop()));
        boolean followed = (quote.words().matches("(?s).*[,!?…]") || quote.wordsBehindComma())
                && (quote.after().stream().limit(NEAR + 2).anyMatch(this::isCue) || quote.isBrokenByAct())
                && (quote.opensWithCapital() || quote.isClause());
        return introduced || followed;
    }

    private boolean isUtterance(Surroundings quote) {
        boolean ownSentence = quote.before().stream().noneMatch(Token::isWord);
        boolean standsAlone = ownSentence && quote.after().stream().noneMatch(Token::isWord);
        boolean complete = quote.isClause()
                || (ownSentence && quote.inside().size() > LONGEST_NICKNAME)
                || (standsAlone && quote.opensWithCapital());
        return complete
                && quote.endsWithStop()
                && (quote.opensWithCapital() || ownSentence)
                && quote.zone().kind() == Zone.Kind.BODY;
    }

    private boolean hasCue(Surroundings quote) {
        return hasCue(quote.before())
                || hasCue(quote.after())
                || (quote.zone().kind() == Zone.Kind.HEADLINE
                        && quote.before().stream()
                                .anyMatch(token -> token.form().equals(":")));
    }

    private boolean hasCue(List<Token> tokens) {
        return tokens.stream().anyMatch(this::isCue);
    }

    private boolean isCue(Token token) {
        boolean verb = token.isVerb() && cues.contains(token.lemma().toLowerCase(Locale.ROOT));
        return verb || token.form().equalsIgnoreCase("according");
    }

    private static Optional<Token> last(List<Token> tokens) {
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.getLast());
    }
}
