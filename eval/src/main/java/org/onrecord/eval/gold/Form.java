package org.onrecord.eval.gold;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The forms of annotated text that can be read. */
public enum Form {
    /** Articles with marks in them, as in {@code corpus/news}. */
    NEWS,
    /** Short cases with marks in them, as in {@code corpus/inventory/attribution}. */
    CASES,
    /** The casualty inventory. */
    CASUALTY,
    /** The JSON of the contract, one document a line. */
    STANDOFF,
    /** Texts with brat annotations beside them. */
    BRAT,
    /** PolNeAR, which is brat in two folders for each split. */
    POLNEAR,
    /** Texts and templates of MUC-3 and MUC-4. */
    MUC,
    /** Articles on gun violence with the incident's numbers. */
    GVA;

    /**
     * Reads a corpus of this form. Lines and files that cannot be read are left out and reported in it.
     *
     * @param annotator whose annotations to take, where there are several
     * @throws CorpusException if nothing can be read
     */
    public Corpus read(Path folder, Optional<String> split, Optional<String> annotator) {
        Corpus corpus = switch (this) {
            case NEWS -> MarkedArticles.read(folder, split, annotator.orElse("gold"));
            case CASES -> MarkedCases.read(folder, split);
            case CASUALTY -> CasualtyCases.read(folder, split);
            case STANDOFF -> StandoffLines.read(folder);
            case BRAT -> BratFolder.read("brat", folder, split, annotator, Set.of());
            case POLNEAR -> BratFolder.read("polnear", folder, split, annotator, Set.of(Aspect.WHOLE_QUOTATIONS));
            case MUC -> Muc.read(folder, split);
            case GVA -> GunViolence.read(folder, split);
        };
        if (corpus.articles().isEmpty()) {
            throw new CorpusException(folder + ": no annotated article of the form "
                    + name().toLowerCase(java.util.Locale.ROOT)
                    + split.map(part -> " in the split '" + part + "'").orElse("")
                    + corpus.problems().stream()
                            .findFirst()
                            .map(first -> "; the first problem: " + first)
                            .orElse(""));
        }
        return corpus;
    }
}
