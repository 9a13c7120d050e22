/** Scores that a run must reach again: kept in files, compared, and shown in the docs. */
@NullMarked
package org.onrecord.eval.expected;

import org.jspecify.annotations.NullMarked;
