/**
 * Where articles come from: files, folders, streams; decoding, main text, metadata and zones. Jackson is used for JSON lines and for
 * the metadata that pages carry as JSON-LD; nothing of it leaves the package.
 */
@NullMarked
package org.onrecord.harvest;

import org.jspecify.annotations.NullMarked;
