/** How findings look: to a reader at a terminal, in a page, to a program. */
@NullMarked
package org.onrecord.app.view;

import org.jspecify.annotations.NullMarked;
