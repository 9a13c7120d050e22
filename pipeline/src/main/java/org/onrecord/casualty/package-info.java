/** Casualty figures: numbers, what became of the people they count, and who says so. */
@NullMarked
package org.onrecord.casualty;

import org.jspecify.annotations.NullMarked;
