/** What one speaker said, over time, and what is said of them. */
@NullMarked
package org.onrecord.search.speaker;

import org.jspecify.annotations.NullMarked;
