/** Scores against the sample articles of the repository, whose gold is quotations with speakers and casualty figures. */
@NullMarked
package org.onrecord.eval.samples;

import org.jspecify.annotations.NullMarked;
