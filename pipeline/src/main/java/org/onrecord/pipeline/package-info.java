/** How stages are put together and run over articles. */
@NullMarked
package org.onrecord.pipeline;

import org.jspecify.annotations.NullMarked;
