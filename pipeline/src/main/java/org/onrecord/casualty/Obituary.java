package org.onrecord.casualty;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** What tells a death that nothing caused from a casualty. */
final class Obituary {
    private static final Pattern NATURAL = Pattern.compile(
            "(?i)\\b(?:illness|cancer|heart (?:attack|failure)|stroke|natural causes|peacefully|dementia|old age|pneumonia|(?:died|dead) (?:aged|at) \\d\\d(?! ?[.:]?\\d*(?:am|pm|a\\.m|p\\.m))|in (?:his|her) sleep)\\b");

    private Obituary() {}

    static boolean isNatural(Parse sentence) {
        return NATURAL.matcher(sentence.tokens().stream().map(Token::form).collect(Collectors.joining(" ")))
                .find();
    }
}
