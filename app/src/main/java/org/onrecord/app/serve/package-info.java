/** The server: what it listens to, who may ask and write, the API under {@code /api/v1}, and the jobs that ingest. */
@NullMarked
package org.onrecord.app.serve;

import org.jspecify.annotations.NullMarked;
