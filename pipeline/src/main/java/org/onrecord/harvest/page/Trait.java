package org.onrecord.harvest.page;

import java.util.function.ToDoubleFunction;

/**
 * One thing that is measured of a block in its page.
 *
 * @param name for reports; no two share one
 * @param of finite
 */
record Trait(String name, ToDoubleFunction<Spot> of) {}
