/** Dependency trees, only for the sentences worth the cost. */
@NullMarked
package org.onrecord.syntax;

import org.jspecify.annotations.NullMarked;
