/** From a page to the text of its article: blocks, what is seen of them, and a trained model that tells which belong. */
@NullMarked
package org.onrecord.harvest.page;

import org.jspecify.annotations.NullMarked;
