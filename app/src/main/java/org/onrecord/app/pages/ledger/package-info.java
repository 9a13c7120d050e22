/** The page of casualty figures by event, outcome and source. */
@NullMarked
package org.onrecord.app.pages.ledger;

import org.jspecify.annotations.NullMarked;
