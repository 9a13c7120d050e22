package org.onrecord.search.ledger;

/** Why a figure stands apart from the totals of its event. */
public enum Aside {
    /** Of an earlier event. */
    HISTORICAL,
    /** Given up by its source in the same article. */
    SUPERSEDED,
    /** Of a time longer than the event. */
    PERIOD,
    /** How many more. */
    INCREMENT,
    /** How many of the others. */
    SUBSET,
    /** One of several that make a total. */
    PART
}
