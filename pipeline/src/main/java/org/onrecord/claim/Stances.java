package org.onrecord.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/** Reads the stance from the cue, and from the content where the cue is neutral. */
final class Stances {
    private static final Pattern DENIED = Pattern.compile(
            "(?i)\\b(?:accusations?|allegations?|claims?|charges?|reports?|figures?|it|that|this)\\b.{0,20}\\b(?:was|were|is|are)\\b.{0,15}\\b(?:false|untrue|baseless|wrong|unfounded|fabricated|lies?|nonsense)\\b");

    private final Lexicon cues;

    private Stances(Lexicon cues) {
        this.cues = cues;
    }

    static Stances load() {
        return new Stances(Lexicon.load("claim/stances.txt"));
    }

    Stance of(Optional<Token> cue, String content) {
        Stance byCue = cue.flatMap(token -> cues.find(token.lemma().toLowerCase(Locale.ROOT)))
                .map(name -> Stance.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Stance.ASSERT);
        return byCue == Stance.ASSERT && DENIED.matcher(content).find() ? Stance.DENY : byCue;
    }
}
