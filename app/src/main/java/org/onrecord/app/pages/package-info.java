/** Web pages: records of what a page shows, and the HTML made of them. */
@NullMarked
package org.onrecord.app.pages;

import org.jspecify.annotations.NullMarked;
