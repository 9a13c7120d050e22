/** The casualty figures of events: gathered, put side by side by source and time, with what conflicts and what was revised. */
@NullMarked
package org.onrecord.search.ledger;

import org.jspecify.annotations.NullMarked;
