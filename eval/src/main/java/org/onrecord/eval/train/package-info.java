/** Trainers: from a corpus to a file of the models module, reproducibly. */
@NullMarked
package org.onrecord.eval.train;

import org.jspecify.annotations.NullMarked;
