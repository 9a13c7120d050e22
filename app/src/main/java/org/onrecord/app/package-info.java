/** The command line: wiring, commands, and what a person at a terminal sees. */
@NullMarked
package org.onrecord.app;

import org.jspecify.annotations.NullMarked;
