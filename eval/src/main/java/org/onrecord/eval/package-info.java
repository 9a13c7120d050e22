/** Scores runs against annotated text, and trains what the models module ships. */
@NullMarked
package org.onrecord.eval;

import org.jspecify.annotations.NullMarked;
