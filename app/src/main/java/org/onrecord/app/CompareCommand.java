package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.onrecord.eval.Run;
import org.onrecord.eval.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whether one run is better than another over the same articles. */
@Command(
        name = "compare",
        description =
                "Compares two runs over the same articles, metric by metric, with 95%% intervals of the difference "
                        + "(paired bootstrap).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  onrecord eval compare before/run.json after/run.json")
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN.json", description = "The run to compare with.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN.json", description = "The run in question.")
    private Path second = Path.of("");

    private final Terminal terminal;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            new Scores(terminal).compare(read(first), read(second));
            return Exit.DONE;
        } catch (IllegalArgumentException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
    }

    static Run read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": no such file; give a run.json that eval --out wrote");
        }
        return RunFile.read(file);
    }
}
