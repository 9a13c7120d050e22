/** Readers: annotated corpora of every form into documents whose layers are gold. */
@NullMarked
package org.onrecord.eval.gold;

import org.jspecify.annotations.NullMarked;
