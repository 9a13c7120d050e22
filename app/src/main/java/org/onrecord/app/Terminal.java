package org.onrecord.app;

import java.io.PrintStream;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * Where output goes. Results go to {@code out}, everything else to {@code err}.
 *
 * @param interactive whether a person sees {@code err}: then there is a progress bar
 */
record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean interactive, Ansi ansi) {
    /** A bar that shows nothing where nobody looks. */
    interface Progress extends AutoCloseable {
        void step();

        @Override
        void close();
    }

    Progress progress(String task, OptionalLong size) {
        if (!interactive) {
            return new Progress() {
                @Override
                public void step() {}

                @Override
                public void close() {}
            };
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(size.orElse(-1))
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build();
        return new Progress() {
            @Override
            public void step() {
                bar.step();
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** Text in a style such as {@code bold} or {@code fg(green)}; plain where colour is off. The text is never markup. */
    String styled(String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        StringBuilder styled = new StringBuilder();
        for (String part : style.split(",", -1)) {
            styled.append(Ansi.Style.parse(part)[0].on());
        }
        return styled.append(text).append(Ansi.Style.reset.on()).toString();
    }

    void error(String sentence) {
        err.println("onrecord: " + sentence);
    }
}
