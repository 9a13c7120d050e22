/**
 * Whom noun phrases and pronouns mean: what sources are resolved with, and whoever a claim is aimed at. No stage of its own;
 * stages that have to resolve somebody use it, reading the article from top to bottom.
 */
@NullMarked
package org.onrecord.reference;

import org.jspecify.annotations.NullMarked;
