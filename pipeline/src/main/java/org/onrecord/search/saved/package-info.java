/** Named searches that are asked of each new article. */
@NullMarked
package org.onrecord.search.saved;

import org.jspecify.annotations.NullMarked;
