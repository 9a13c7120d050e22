package org.onrecord.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One file that holds one article: a page or plain text. */
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
    public Stream<Harvested> items() {
        return Stream.of(read());
    }

    private Harvested read() {
        try (InputStream in = Files.newInputStream(path)) {
            String text = Decoder.decode(in);
            boolean page = path.toString().toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
            return new Harvested.Read(name(), page ? articles.ofPage(text) : articles.ofEither(text));
        } catch (UnreadableException e) {
            return new Harvested.Rejected(name(), e.reason());
        } catch (AccessDeniedException e) {
            return new Harvested.Rejected(name(), "may not be read: check its permissions");
        } catch (IOException e) {
            return new Harvested.Rejected(name(), "cannot be read: " + e.getMessage());
        }
    }
}
