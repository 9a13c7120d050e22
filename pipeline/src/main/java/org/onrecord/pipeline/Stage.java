package org.onrecord.pipeline;

import java.util.List;
import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Kind;

/**
 * A pure step: reads the layers it declares, returns the items of one more, changes nothing. Safe for use by several
 * threads at once.
 */
public interface Stage<A extends Annotation> {
    Kind<A> writes();

    Set<Kind<?>> reads();

    /** The items of the new layer, in text order. */
    List<A> annotate(View view);

    /** Names the stage in provenance and failures. */
    default String name() {
        return getClass().getSimpleName();
    }
}
