package org.onrecord.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** One run of the program: its exit code and what it printed. */
record Run(int exit, String out, String err) {
    static Run of(String... arguments) {
        return of("", Ansi.OFF, arguments);
    }

    /** With standard input, and colours or none. */
    static Run of(String stdin, Ansi ansi, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                ansi);
        int exit = Main.run(
                terminal, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), List.of(arguments));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
