/** What others do, or what anybody would try first: scored by the same code as the program. */
@NullMarked
package org.onrecord.eval.baseline;

import org.jspecify.annotations.NullMarked;
