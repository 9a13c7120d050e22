package org.onrecord.casualty;

import java.util.List;
import java.util.Optional;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;

/**
 * A sentence with what is known of the article around it.
 *
 * @param before the sentence before it
 * @param text of the article
 * @param mentions names in the sentence
 * @param attributions of the article
 * @param earlier figures of the sentences before
 */
record Scene(
        Parse sentence,
        Optional<Parse> before,
        String text,
        List<Mention> mentions,
        List<Attribution> attributions,
        List<CasualtyFigure> earlier) {}
