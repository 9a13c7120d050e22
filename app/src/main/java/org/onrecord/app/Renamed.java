package org.onrecord.app;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Reached;
import org.onrecord.harvest.Source;

/** A source whose items go by another name than the file in which they happen to lie. */
record Renamed(Source source, String file, String name) implements Source {
    @Override
    public OptionalLong size() {
        return source.size();
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        return source.items(reached).map(this::renamed);
    }

    @Override
    public Optional<String> key() {
        return source.key();
    }

    @Override
    public boolean isFixed() {
        return source.isFixed();
    }

    private Harvested renamed(Harvested item) {
        String origin = renamed(item.origin());
        return switch (item) {
            case Harvested.Read read -> renamed(read);
            case Harvested.Several several ->
                new Harvested.Several(
                        origin, several.articles().stream().map(this::renamed).toList());
            case Harvested.Unchanged unchanged -> new Harvested.Unchanged(origin);
            case Harvested.Rejected rejected -> new Harvested.Rejected(origin, rejected.reason());
        };
    }

    private String renamed(String origin) {
        return origin.startsWith(file) ? name + origin.substring(file.length()) : origin;
    }

    private Harvested.Read renamed(Harvested.Read read) {
        return new Harvested.Read(renamed(read.origin()), read.article(), read.fetched());
    }
}
