/** Sentences and tokens. Sentences never cross a zone; text in capitals is re-cased before it is tagged. */
@NullMarked
package org.onrecord.segment;

import org.jspecify.annotations.NullMarked;
