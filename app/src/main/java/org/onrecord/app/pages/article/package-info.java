/** The article page: its text cut at every boundary of what was found in it, and notes beside it. */
@NullMarked
package org.onrecord.app.pages.article;

import org.jspecify.annotations.NullMarked;
