package org.onrecord.app.serve;

import org.onrecord.search.LiveIndex;

/**
 * What routes work with.
 *
 * @param index open for reading, for as long as the server runs
 * @param enquiries by which all that asks the index is answered: they bound how many ask at a time, and for how long
 * @param jobs what is being ingested
 * @param uploads reads what is sent to be ingested
 * @param saved the saved searches beside the index
 * @param access who may read and write
 */
public record Services(
        Settings settings,
        LiveIndex index,
        Enquiries enquiries,
        Jobs jobs,
        Uploads uploads,
        SavedSearchFile saved,
        Access access) {}
