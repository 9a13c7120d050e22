/** Pairs what was found with what should have been. */
@NullMarked
package org.onrecord.eval.align;

import org.jspecify.annotations.NullMarked;
