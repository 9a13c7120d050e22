/** Runs as people read them: a table, a page of errors, a spreadsheet. */
@NullMarked
package org.onrecord.eval.report;

import org.jspecify.annotations.NullMarked;
