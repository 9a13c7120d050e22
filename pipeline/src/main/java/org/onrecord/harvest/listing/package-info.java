/** What points to articles and is none: feeds, sitemaps, lists of feeds. Bytes in, links out; nothing is fetched here. */
@NullMarked
package org.onrecord.harvest.listing;

import org.jspecify.annotations.NullMarked;
