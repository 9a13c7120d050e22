package org.onrecord.harvest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** All articles below a folder, sorted by path. Hidden files, read-me files and other kinds of file are passed over. */
final class Folder implements Source {
    private final Path root;
    private final List<Source> files = new ArrayList<>();
    private final List<Harvested> unreadable = new ArrayList<>();

    Folder(Path root, FileSources opener) {
        this.root = root;
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Walk(paths));
        } catch (IOException e) {
            throw new SourceException(root + " cannot be listed: " + e.getMessage());
        }
        paths.sort(Comparator.comparing(Path::toString));
        paths.forEach(path -> files.add(opener.open(path)));
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final List<Path> paths;

        Walk(List<Path> paths) {
            this.paths = paths;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (!name.startsWith(".") && !name.startsWith("readme") && FileSources.isArticles(file, name)) {
                paths.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (file.equals(root)) {
                throw new SourceException(file + " may not be listed: check its permissions");
            }
            unreadable.add(new Harvested.Rejected(file.toString(), "may not be read: check its permissions"));
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public String name() {
        return root.toString();
    }

    /** Absent as soon as one of its files holds several articles. */
    @Override
    public OptionalLong size() {
        return files.stream().allMatch(file -> file.size().isPresent())
                ? OptionalLong.of(unreadable.size()
                        + files.stream()
                                .mapToLong(file -> file.size().getAsLong())
                                .sum())
                : OptionalLong.empty();
    }

    @Override
    public List<Source> parts() {
        List<Source> parts = new ArrayList<>();
        parts.add(new Unreadable(name(), unreadable));
        parts.addAll(files);
        return parts;
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        return parts().stream().flatMap(Source::items).skip(reached.items());
    }

    /** What could not be looked into. */
    private record Unreadable(String name, List<Harvested> found) implements Source {
        @Override
        public OptionalLong size() {
            return OptionalLong.of(found.size());
        }

        @Override
        public Stream<Harvested> items(Reached reached) {
            return found.stream().skip(reached.items());
        }
    }
}
