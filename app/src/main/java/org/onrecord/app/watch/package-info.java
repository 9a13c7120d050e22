/** Watching: what is polled, what was matched, and to whom it is told. */
@NullMarked
package org.onrecord.app.watch;

import org.jspecify.annotations.NullMarked;
