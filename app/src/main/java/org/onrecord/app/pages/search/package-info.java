/** The search page: what was found, how it is distributed, and how to narrow it down. */
@NullMarked
package org.onrecord.app.pages.search;

import org.jspecify.annotations.NullMarked;
