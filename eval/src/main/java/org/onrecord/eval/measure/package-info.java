/** What is measured: each class scores one aspect of one article. */
@NullMarked
package org.onrecord.eval.measure;

import org.jspecify.annotations.NullMarked;
