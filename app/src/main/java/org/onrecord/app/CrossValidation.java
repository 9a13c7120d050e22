package org.onrecord.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.onrecord.eval.Result;
import org.onrecord.eval.Run;
import org.onrecord.eval.Runner;
import org.onrecord.eval.gold.Page;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.train.BlockTrainer;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.page.BlockModel;

/** Scores the extraction of articles on hosts that the model has not seen: as many models are trained as there are parts. */
record CrossValidation(int folds, Terminal terminal) {
    /**
     * Runs it.
     *
     * @param all sets to train on, the one that is scored among them
     */
    Run run(Pages scored, List<Pages> all) {
        BlockTrainer trainer = BlockTraining.of(all, terminal);
        List<Result> results = new ArrayList<>();
        double seconds = 0;
        for (int fold = 0; fold < folds; fold++) {
            int here = fold;
            terminal.err().println("part " + (fold + 1) + " of " + folds);
            BlockModel model = trainer.train(phase -> terminal.err().println("  " + phase), fold, folds);
            List<Page> part = scored.pages().stream()
                    .filter(page -> BlockTrainer.division(page.host(), folds) == here)
                    .toList();
            Pages pages = new Pages(scored.name(), scored.digest(), part, List.of());
            try (Terminal.Progress progress = terminal.progress("scoring", OptionalLong.of(part.size()))) {
                Run run = new Runner(progress::step).run(pages, Candidates.pages(Articles.with(model)));
                results.addAll(run.results());
                seconds += run.cpuSeconds();
            }
        }
        return new Run(
                "ours, " + folds + " folds", scored.name(), scored.digest(), results, scored.problems(), seconds);
    }
}
