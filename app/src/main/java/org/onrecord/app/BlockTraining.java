package org.onrecord.app;

import java.util.List;
import java.util.OptionalLong;
import org.onrecord.eval.gold.Page;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.train.BlockTrainer;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

/** Reads web pages for the training of the model that finds their articles. */
final class BlockTraining {
    private BlockTraining() {}

    static BlockTrainer of(List<Pages> sets, Terminal terminal) {
        BlockTrainer trainer = new BlockTrainer();
        long size = sets.stream().mapToLong(pages -> pages.pages().size()).sum();
        try (Terminal.Progress progress = terminal.progress("reading", OptionalLong.of(size))) {
            for (Pages pages : sets) {
                for (Page page : pages.pages()) {
                    add(page, trainer, terminal);
                    progress.step();
                }
            }
        }
        return trainer;
    }

    private static void add(Page page, BlockTrainer trainer, Terminal terminal) {
        if (page.text().isEmpty()) {
            return;
        }
        try {
            trainer.add(
                    page.host(),
                    Articles.decoded(page.bytes().get()),
                    page.text().get());
        } catch (UnreadableException e) {
            terminal.error(page.id() + " " + e.reason() + "; left out of the training");
        }
    }
}
