/**
 * Fetching from the web with manners: one request at a time for each host, robots.txt, conditional requests, retries, and
 * limits on all that a server could make endless. Addresses of one's own network are refused. It knows nothing of
 * articles.
 */
@NullMarked
package org.onrecord.harvest.fetch;

import org.jspecify.annotations.NullMarked;
