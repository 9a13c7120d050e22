package org.onrecord.search;

/**
 * Why a row was found: a term of the query and where it stands.
 *
 * @param term as it was written
 * @param where such as "in the words said"
 * @param score what it adds to the score; 0 for what only narrows down
 */
public record Reason(String term, String where, float score) {}
