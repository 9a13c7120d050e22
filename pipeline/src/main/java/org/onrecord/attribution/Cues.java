package org.onrecord.attribution;

import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/** Verbs that signal an attribution, by what they can introduce. */
final class Cues {
    /** What a cue verb takes. */
    enum Strength {
        /** A quotation or a clause: say, add, report. */
        SPEECH,
        /** Only a clause: believe, fear. */
        BELIEF,
        /** Also a bare object, and what is said of it: accuse, criticise. */
        DIRECTED
    }

    private final Lexicon verbs;

    private Cues(Lexicon verbs) {
        this.verbs = verbs;
    }

    static Cues load() {
        return new Cues(Lexicon.load("attribution/cues.txt"));
    }

    Optional<Strength> strength(Token token) {
        return Optional.of(token)
                .filter(Token::isVerb)
                .flatMap(verb -> verbs.find(verb.lemma().toLowerCase(Locale.ROOT)))
                .map(strength -> Strength.valueOf(strength.toUpperCase(Locale.ROOT)));
    }
}
