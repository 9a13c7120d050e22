package org.onrecord.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * From bytes to characters. The charset is the byte order mark's; else the one that was told with the bytes, as a server
 * does; else the one a page declares; each if the bytes are valid in it; else UTF-8, if they are valid; else what detection
 * says; else windows-1252. Charsets of one byte are valid for nearly anything and named out of habit: UTF-8 goes before
 * them where the bytes are valid in it and not all ASCII. Line ends become {@code \n}.
 */
final class Decoder {
    /** More than any article; a file beyond it is an archive or a mistake. */
    static final int LARGEST_BYTES = 20 * 1024 * 1024;

    private static final int HEAD = 4096;
    private static final double MOST_CONTROLS = 0.01;
    /** Whether a byte is a control character other than white space. */
    private static final boolean[] CONTROLS = new boolean[256];

    static {
        for (int b = 0; b < CONTROLS.length; b++) {
            CONTROLS[b] = isControl(b);
        }
    }

    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    /** What decoding puts in the place of bytes that are not valid. */
    private static final char REPLACEMENT = '\ufffd';

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A kind of file known by its first bytes. */
    private record Magic(String bytes, String name) {}

    private static final List<Magic> KNOWN = List.of(
            new Magic("%PDF-", "a PDF"),
            new Magic("\u0089PNG", "a PNG picture"),
            new Magic("\u00ff\u00d8\u00ff", "a JPEG picture"),
            new Magic("GIF8", "a GIF picture"),
            new Magic("PK\u0003\u0004", "a zip archive or office document"),
            new Magic("\u001f\u008b", "gzip data"),
            new Magic("\u007fELF", "a program"));

    private Decoder() {}

    static String decode(InputStream in) throws IOException, UnreadableException {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new UnreadableException("is larger than " + LARGEST_BYTES / (1024 * 1024)
                    + " MiB, which no article is: split it into articles");
        }
        return decode(bytes, Optional.empty());
    }

    static String decode(byte[] bytes) throws UnreadableException {
        return decode(bytes, Optional.empty());
    }

    /** @param told the charset that came with the bytes */
    static String decode(byte[] bytes, Optional<Charset> told) throws UnreadableException {
        if (bytes.length == 0) {
            throw new UnreadableException("is empty");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Magic magic : KNOWN) {
            if (head.startsWith(magic.bytes())) {
                throw new UnreadableException("is " + magic.name() + ", not text: extract its text first");
            }
        }
        String text = text(bytes, head, told);
        refuseBinary(bytes, text);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String text(byte[] bytes, String head, Optional<Charset> told) {
        Optional<Charset> marked = byteOrderMark(head);
        if (marked.isPresent()) {
            String text = new String(bytes, marked.get());
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
        return told.flatMap(charset -> charset(charset.name()))
                .flatMap(charset -> labelled(bytes, charset))
                .or(() -> declared(head).flatMap(charset -> labelled(bytes, charset)))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> detected(bytes).flatMap(charset -> strictly(bytes, charset)))
                .orElseGet(() -> new String(bytes, WINDOWS));
    }

    private static Optional<Charset> byteOrderMark(String head) {
        if (head.startsWith("\u00ef\u00bb\u00bf")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (head.startsWith("\u00ff\u00fe")) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return head.startsWith("\u00fe\u00ff") ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> declared(String head) {
        Matcher declaration = DECLARED.matcher(head);
        return head.stripLeading().startsWith("<") && declaration.find()
                ? charset(declaration.group(1))
                : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            // Browsers read what calls itself Latin-1 as windows-1252, and so it is meant.
            boolean latin = name.toLowerCase(Locale.ROOT).matches("iso-?8859-1|latin-?1|us-ascii|ascii");
            return Optional.of(latin ? WINDOWS : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Decoder::charset);
    }

    private static Optional<String> labelled(byte[] bytes, Charset charset) {
        boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
        return single && !isAscii(bytes)
                ? strictly(bytes, StandardCharsets.UTF_8).or(() -> strictly(bytes, charset))
                : strictly(bytes, charset);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Quicker by far than the decoder; a text that holds the replacement itself is left to the decoder.
            String text = new String(bytes, charset);
            if (text.indexOf(REPLACEMENT) < 0) {
                return Optional.of(text);
            }
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void refuseBinary(byte[] bytes, String text) throws UnreadableException {
        double most = MOST_CONTROLS * text.length();
        int controls = controls(bytes);
        if (controls > 0 && (text.indexOf(0) >= 0 || (controls > most && controls(text) > most))) {
            throw new UnreadableException("is binary data, not text");
        }
        if (text.isBlank()) {
            throw new UnreadableException("holds nothing but white space");
        }
    }

    /** At least as many as the text has, in charsets that extend ASCII; far quicker than to count those. */
    private static int controls(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            controls += CONTROLS[b & 0xff] ? 1 : 0;
        }
        return controls;
    }

    private static long controls(String text) {
        return text.chars().filter(Decoder::isControl).count();
    }

    private static boolean isControl(int c) {
        return c < '\t' || (c > '\r' && c < ' ') || c == '\u007f';
    }

    /** For messages: the first bytes of something that is markup. */
    static boolean looksLikeMarkup(String text) {
        String start =
                text.substring(0, Math.min(text.length(), HEAD)).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<")
                && Arrays.stream(
                                new String[] {"<html", "<!doctype", "<head", "<body", "<article", "<div", "<p>", "<p "})
                        .anyMatch(start::contains);
    }
}
