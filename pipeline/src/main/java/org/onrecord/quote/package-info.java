/** Quotation marks: where they open and close, and what they are for. */
@NullMarked
package org.onrecord.quote;

import org.jspecify.annotations.NullMarked;
