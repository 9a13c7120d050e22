/**
 * The model: an article, its zones, and what was found in it. Records that check themselves; nothing mutable, nothing null.
 * All offsets are half-open and count UTF-16 code units of {@link org.onrecord.document.Article#text()}.
 */
@NullMarked
package org.onrecord.document;

import org.jspecify.annotations.NullMarked;
