package org.onrecord.casualty;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** Words by which a sentence says that those it speaks of lived: "was also shot, but survived", "is expected to recover". */
final class Survival {
    private static final Pattern LIVED = Pattern.compile("(?i)\\b(?:survived|survives|survivors?"
            + "|(?:expected|likely|going) to (?:\\w+ )?(?:survive|live|recover|be (?:ok|okay|fine|all right))"
            + "|recovering|treated and released|released from (?:the )?hospital"
            + "|(?:in|listed in) (?:\\w+ )?(?:stable|good|fair|satisfactory|critical|serious|grave|critical but stable) condition|condition (?:was|is) (?:\\w+ )?stabili[sz]ed"
            + "|non-?\\s?life[- ]threatening|(?:not|n['’]t) (?:be(?:lieved|ing)? |considered |expected )?(?:to be )?(?:life[- ]threatening|fatal(?:ly)?)"
            + "|minor (?:injur|wound)\\w*"
            + "|also (?:shot|hit|struck|wounded|injured|stabbed|grazed|hurt)(?! (?:dead|and killed|to death)))");

    private Survival() {}

    static boolean isSaid(Parse sentence) {
        return LIVED.matcher(sentence.tokens().stream().map(Token::form).collect(Collectors.joining(" ")))
                .find();
    }
}
