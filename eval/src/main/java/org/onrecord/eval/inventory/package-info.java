/** Scores against inventories of constructions: one sentence or two, and what must be found in it. */
@NullMarked
package org.onrecord.eval.inventory;

import org.jspecify.annotations.NullMarked;
