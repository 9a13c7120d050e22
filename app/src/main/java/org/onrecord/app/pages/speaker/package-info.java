/** The page of one speaker. */
@NullMarked
package org.onrecord.app.pages.speaker;

import org.jspecify.annotations.NullMarked;
