/**
 * The trained part of attribution: a conditional random field that finds cues, and a second one that finds source and
 * content of each cue, over traits of the words and of the dependency tree. What the rules found is among the traits.
 */
@NullMarked
package org.onrecord.attribution.tagger;

import org.jspecify.annotations.NullMarked;
