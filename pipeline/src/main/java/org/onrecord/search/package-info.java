/** The Lucene index of findings: one block per article, searched by speaker, words, figures. */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
