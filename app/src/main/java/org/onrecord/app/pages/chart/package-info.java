/** Charts as SVG: numbers made into shapes. */
@NullMarked
package org.onrecord.app.pages.chart;

import org.jspecify.annotations.NullMarked;
