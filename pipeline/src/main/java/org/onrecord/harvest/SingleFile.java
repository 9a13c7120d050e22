package org.onrecord.harvest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** One file that holds one article: a page or plain text, packed or not. */
record SingleFile(Path path, Articles articles) implements Source {
    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(1);
    }

    @Override
    public Stream<Harvested> items(Reached reached) {
        return Stream.of(read()).skip(reached.items());
    }

    private Harvested read() {
        try (InputStream in = Packed.unpacked(Files.newInputStream(path))) {
            String text = Decoder.decode(in);
            boolean page = path.toString().toLowerCase(Locale.ROOT).matches(".*\\.x?html?(?:\\.gz)?");
            return Portion.harvested(
                    name(), page ? articles.onPage(text, Optional.empty()) : articles.onEither(text), Optional.empty());
        } catch (UnreadableException e) {
            return new Harvested.Rejected(name(), e.reason());
        } catch (IOException e) {
            return new Harvested.Rejected(name(), trouble(e));
        }
    }

    /** What keeps a file from being read, in words that follow its name. */
    static String trouble(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "may not be read: check its permissions";
        }
        return e instanceof ZipException || e instanceof EOFException
                ? "cannot be read: its gzip data is damaged or cut off (" + e.getMessage() + "); get the file again"
                : "cannot be read: " + e.getMessage();
    }
}
