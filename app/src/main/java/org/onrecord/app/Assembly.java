package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.onrecord.attribution.Attributions;
import org.onrecord.attribution.RuledAttributions;
import org.onrecord.casualty.Figures;
import org.onrecord.claim.Claims;
import org.onrecord.entity.Entities;
import org.onrecord.entity.Names;
import org.onrecord.pipeline.Pipeline;
import org.onrecord.pipeline.Stage;
import org.onrecord.quote.Quotes;
import org.onrecord.segment.Sentences;
import org.onrecord.segment.Tokens;
import org.onrecord.syntax.Dependencies;

/** The stages in order: the one place where they are put together. */
public final class Assembly {
    private Assembly() {}

    /** Reads all models from the class path; takes some five seconds and 600 MB. */
    public static Pipeline pipeline() {
        return pipeline(Attributions.load(), Figures.load(), Claims.load());
    }

    /** All up to the attributions, these by rules alone: what the tagger is trained on. */
    static Pipeline untaggedPipeline() {
        return pipeline(RuledAttributions.load());
    }

    private static Pipeline pipeline(Stage<?>... fromAttributionsOn) {
        List<Stage<?>> stages = new ArrayList<>(List.of(
                new Sentences(), Tokens.load(), Dependencies.load(), Names.load(), Entities.load(), Quotes.load()));
        stages.addAll(List.of(fromAttributionsOn));
        return new Pipeline(version(), stages);
    }

    /** Of the program. */
    static String version() {
        Properties build = new Properties();
        try (InputStream in = Objects.requireNonNull(Assembly.class.getResourceAsStream("build.properties"))) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read", e);
        }
        return build.getProperty("version", "unknown");
    }
}
