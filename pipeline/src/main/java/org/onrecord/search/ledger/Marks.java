package org.onrecord.search.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure.Modality;

/**
 * Finds what there is to mark in the rows of one table. Only totals of the same victims are compared; a total counts as a
 * source's word from its publication until the source gives another.
 */
final class Marks {
    /** Totals that lie further apart in time need not agree. */
    private static final int SAME_TIME_DAYS = 1;

    private Marks() {}

    static List<SourceRow> of(List<SourceRow> rows) {
        return rows.stream().map(row -> row.with(marks(row, rows))).toList();
    }

    private static List<Mark> marks(SourceRow row, List<SourceRow> all) {
        List<Mark> marks = new ArrayList<>();
        revisions(row, marks);
        for (Modality modality : List.of(Modality.ALLEGED, Modality.FEARED, Modality.POSSIBLE)) {
            with(row, modality).stream().findFirst().ifPresent(report -> marks.add(new Mark.Hedged(modality, report)));
        }
        with(row, Modality.DENIED).forEach(report -> marks.add(new Mark.Denial(report)));
        for (SourceRow other : all) {
            if (!other.teller().equals(row.teller())) {
                if (other.victims().equals(row.victims())) {
                    conflict(row, other).ifPresent(marks::add);
                }
                contested(row, other).ifPresent(marks::add);
            }
        }
        return marks;
    }

    private static List<Report> with(SourceRow row, Modality modality) {
        return row.reports().stream()
                .filter(report -> report.figure().modality() == modality)
                .toList();
    }

    private static void revisions(SourceRow row, List<Mark> marks) {
        List<Report> stated = row.stated();
        for (int i = 1; i < stated.size(); i++) {
            Report earlier = stated.get(i - 1);
            Report later = stated.get(i);
            if (earlier.figure().quantity().equals(later.figure().quantity())) {
                continue;
            }
            if (later.isAfter(earlier)) {
                marks.add(new Mark.Revision(earlier, later));
            } else if (earlier.printed().article().equals(later.printed().article())) {
                marks.add(new Mark.Several(earlier, later));
            }
        }
    }

    private static Optional<Mark> conflict(SourceRow row, SourceRow other) {
        for (Report own : row.stated()) {
            for (Report theirs : other.stated()) {
                if (atOneTime(own, theirs)
                        && stands(own, row, theirs)
                        && stands(theirs, other, own)
                        && Interval.of(own.figure().quantity())
                                .excludes(Interval.of(theirs.figure().quantity()))) {
                    return Optional.of(new Mark.Conflict(own, other.teller(), theirs));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean atOneTime(Report one, Report other) {
        Optional<Days> first = one.printed().day().map(Days::of);
        Optional<Days> second = other.printed().day().map(Days::of);
        return first.isEmpty() || second.isEmpty() || first.get().isNear(second.get(), SAME_TIME_DAYS);
    }

    /** Whether the source had not given another total by the time of the other report. */
    private static boolean stands(Report report, SourceRow row, Report other) {
        return row.stated().stream().noneMatch(next -> next.isAfter(report) && !next.isAfter(other));
    }

    private static Optional<Mark> contested(SourceRow row, SourceRow other) {
        for (Report denial : with(other, Modality.DENIED)) {
            for (Report own : row.stated()) {
                if (own.figure().quantity().equals(denial.figure().quantity())) {
                    return Optional.of(new Mark.Contested(own, other.teller(), denial));
                }
            }
        }
        return Optional.empty();
    }
}
