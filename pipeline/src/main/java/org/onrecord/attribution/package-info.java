/**
 * Who said what: cues and their sources and contents found by syntax, quotations bound to them, and the source resolved
 * to a speaker. Terms and spans follow the PolNeAR guidelines (Newell, Margolin and Ruths 2018).
 */
@NullMarked
package org.onrecord.attribution;

import org.jspecify.annotations.NullMarked;
