package org.onrecord.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Source;
import org.onrecord.harvest.SourceException;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.WebAddress;

/** The sources of a command line: those that could be opened, and why the others could not. */
record Inputs(List<Source> sources, List<String> problems) {
    static Inputs open(List<String> arguments, Sources opener) {
        List<Source> sources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                sources.addAll(opener.open(argument).parts());
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

    Items items(Function<Source, Stream<Harvested>> opener) {
        return new Items(sources, opener);
    }

    /**
     * The exit code of a run.
     *
     * @param done articles that were read, stored before or now
     */
    int exit(long done, long failed) {
        if (failed == 0 && problems.isEmpty()) {
            return Exit.DONE;
        }
        boolean web = sources.stream().allMatch(source -> WebAddress.looksLikeOne(source.name()));
        return done == 0 && web ? Exit.NOTHING_DONE : Exit.SOME_FAILED;
    }
}
