/**
 * Where articles come from: the web, files, archives, folders, streams; decoding, main text, metadata and zones. Jackson is
 * used for JSON lines and for the metadata that pages carry as JSON-LD; nothing of it leaves the package. Fetching and the
 * lists of articles have packages of their own, which know nothing of this one.
 */
@NullMarked
package org.onrecord.harvest;

import org.jspecify.annotations.NullMarked;
