package org.onrecord.search;

/**
 * A word that some findings have more often than others.
 *
 * @param words as it is mostly spelled there
 * @param inside findings that have it
 * @param outside other findings that have it
 * @param score the log-likelihood ratio: above 10.8 less than one word in a thousand would stand out so by chance
 */
public record SignificantTerm(String words, long inside, long outside, double score) {}
