package org.onrecord.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Tells in which language a text is written (OpenNLP's detector, 103 languages). */
final class Languages {
    private static final String MODEL = "/langdetect-183.bin";
    static final String UNDETERMINED = "und";
    private static final int SHORTEST = 40;
    private static final int ENOUGH = 1000;
    /** Letters of a headline or a brief: too few for a language to stand out. */
    private static final int BRIEF = 200;
    /** So near to the best language English is taken in a brief text: "Killer blast; 12 dead" looks like ten languages. */
    private static final double NEARLY = 0.85;

    private static final String ENGLISH = "eng";

    /** The best language must be so many times as likely as the next; over 103 languages no probability is high. */
    private static final double MARGIN = 2;

    /** ISO 639-3 to 639-1. */
    private static final Map<String, String> SHORT_CODES = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.of(code).getISO3Language(), code -> code, (first, second) -> first));

    private final LanguageDetectorModel model;

    private Languages(LanguageDetectorModel model) {
        this.model = model;
    }

    static Languages load(String resource) {
        try (InputStream in = Languages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the language detection model is not on the class path: no " + resource);
            }
            return new Languages(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the language detection model " + resource, e);
        }
    }

    static Languages load() {
        return load(MODEL);
    }

    /**
     * ISO 639-1 code where there is one, else 639-3; {@code und} for text too short or too mixed to tell. A brief text that
     * can be English is taken for it.
     */
    String of(String text) {
        // Capitals mislead a detector that learned from running text.
        String sample = text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ROOT);
        if (PlainEnglish.is(sample)) {
            return code(ENGLISH);
        }
        long letters = sample.codePoints().filter(Character::isLetter).count();
        Language[] ranked = new LanguageDetectorME(model).predictLanguages(sample);
        if (letters < BRIEF && canBeEnglish(ranked)) {
            return code(ENGLISH);
        }
        boolean sure = letters >= SHORTEST && ranked[0].getConfidence() >= MARGIN * ranked[1].getConfidence();
        return sure ? code(ranked[0].getLang()) : UNDETERMINED;
    }

    private static String code(String language) {
        return SHORT_CODES.getOrDefault(language, language);
    }

    private static boolean canBeEnglish(Language[] ranked) {
        return Stream.of(ranked)
                .filter(language -> language.getLang().equals(ENGLISH))
                .anyMatch(english -> english.getConfidence() >= NEARLY * ranked[0].getConfidence());
    }
}
