/** Documents written and read as text: the JSON of the contract, brat. */
@NullMarked
package org.onrecord.standoff;

import org.jspecify.annotations.NullMarked;
