package org.onrecord.search.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure.Modality;

/**
 * The totals of one source for one outcome. Cells are what the source stated; where it stated nothing, what it feared or
 * thought possible. What it denied is never a cell.
 *
 * @param victims whom the source counts, where that is fewer than everybody: "soldiers"
 * @param reports the earliest first
 */
public record SourceRow(Teller teller, Optional<String> victims, List<Report> reports, List<Mark> marks) {
    public SourceRow {
        reports = reports.stream().sorted(Report.EARLIEST_FIRST).toList();
        marks = List.copyOf(marks);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("a row without a report");
        }
    }

    SourceRow with(List<Mark> other) {
        return new SourceRow(teller, victims, reports, other);
    }

    /** Those that the source asserts or alleges. */
    List<Report> stated() {
        return reports.stream()
                .filter(report -> report.figure().modality() == Modality.ASSERTED
                        || report.figure().modality() == Modality.ALLEGED)
                .toList();
    }

    private List<Report> cells() {
        List<Report> stated = stated();
        return stated.isEmpty()
                ? reports.stream()
                        .filter(report -> report.figure().modality() != Modality.DENIED)
                        .toList()
                : stated;
    }

    public Optional<Report> first() {
        return cells().stream().findFirst();
    }

    public Optional<Report> latest() {
        return cells().stream().reduce((one, next) -> next);
    }

    /** The report that leaves the lowest count possible; of equal ones the earliest. */
    public Optional<Report> minimum() {
        return cells().stream().min(Comparator.comparingLong(SourceRow::floor).thenComparingLong(SourceRow::ceiling));
    }

    /** The report whose stated number is highest; of equal ones the one that leaves more open. */
    public Optional<Report> maximum() {
        return cells().stream()
                .min(Comparator.comparingLong(SourceRow::highest)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(SourceRow::ceiling).reversed()));
    }

    private static long floor(Report report) {
        return report.figure().quantity().min().orElse(0);
    }

    private static long ceiling(Report report) {
        return report.figure().quantity().max().orElse(Long.MAX_VALUE);
    }

    /** "at least 12" says 12 and no more: an open end is no number. */
    private static long highest(Report report) {
        return report.figure().quantity().max().orElse(floor(report));
    }

    /** Articles that have them, near-copies counted once. */
    public long articles() {
        return reports.stream()
                .map(report -> report.printed().cluster())
                .distinct()
                .count();
    }

    /** Near-copies of these articles. */
    public int copies() {
        return reports.stream()
                .collect(java.util.stream.Collectors.toMap(
                        report -> report.printed().cluster(), Report::copies, Math::max))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
