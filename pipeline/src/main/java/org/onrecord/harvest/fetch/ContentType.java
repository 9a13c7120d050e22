package org.onrecord.harvest.fetch;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says it sends.
 *
 * @param mediaType type and subtype in lower case, as in {@code text/html}
 * @param charset empty also where it is one that nobody knows
 */
public record ContentType(Optional<String> mediaType, Optional<Charset> charset) {
    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*+charset\\s*+=\\s*+[\"']?+([A-Za-z0-9][\\w.:+-]*)");

    /** Reads the header of that name. */
    public static ContentType of(Optional<String> header) {
        return new ContentType(
                header.map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .filter(type -> !type.isEmpty()),
                header.flatMap(ContentType::charset));
    }

    private static Optional<Charset> charset(String header) {
        Matcher told = CHARSET.matcher(header);
        try {
            return told.find() ? Optional.of(Charset.forName(told.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    public boolean isHtml() {
        return mediaType
                .filter(type -> type.equals("text/html") || type.equals("application/xhtml+xml"))
                .isPresent();
    }
}
