package org.onrecord.document;

/**
 * Where a layer comes from.
 *
 * @param producer the stage
 * @param version of the program
 */
public record Provenance(String producer, String version) {}
