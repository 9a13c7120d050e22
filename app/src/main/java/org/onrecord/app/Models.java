package org.onrecord.app;

import java.util.function.Supplier;
import org.onrecord.pipeline.Pipeline;

/** Reads the models once, when the first article needs them. */
final class Models {
    static final Supplier<Pipeline> LAZY = Models::pipeline;

    private Models() {}

    private static final class Holder {
        static final Pipeline PIPELINE = Assembly.pipeline();
    }

    private static Pipeline pipeline() {
        return Holder.PIPELINE;
    }
}
