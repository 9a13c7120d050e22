/** What a source does with what is attributed to it: asserts, denies, accuses, admits. */
@NullMarked
package org.onrecord.claim;

import org.jspecify.annotations.NullMarked;
