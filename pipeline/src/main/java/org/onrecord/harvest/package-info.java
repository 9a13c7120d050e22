/** Where articles come from: files, folders, streams; decoding, main text, metadata and zones. */
@NullMarked
package org.onrecord.harvest;

import org.jspecify.annotations.NullMarked;
