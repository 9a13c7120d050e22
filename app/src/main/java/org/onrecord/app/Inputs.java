package org.onrecord.app;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Source;
import org.onrecord.harvest.SourceException;
import org.onrecord.harvest.Sources;

/** The sources of a command line: those that could be opened, and why the others could not. */
record Inputs(List<Source> sources, List<String> problems) {
    static Inputs open(List<String> arguments, InputStream stdin) {
        Sources opener = Sources.load(stdin);
        List<Source> sources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                sources.add(opener.open(argument));
            } catch (SourceException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Inputs(sources, problems);
    }

    OptionalLong size() {
        long size = 0;
        for (Source source : sources) {
            if (source.size().isEmpty()) {
                return OptionalLong.empty();
            }
            size += source.size().getAsLong();
        }
        return OptionalLong.of(size);
    }

    Stream<Harvested> items() {
        return sources.stream().flatMap(Source::items);
    }
}
