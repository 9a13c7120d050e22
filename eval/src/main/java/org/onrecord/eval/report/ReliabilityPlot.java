package org.onrecord.eval.report;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Reliability;
import org.onrecord.eval.Reliability.Bin;
import org.onrecord.eval.Run;

/**
 * The share right in each bin of confidence. Each bin has a bar as high as the share right, with the number of items over
 * it, and a tick at the mean confidence; on the dashed line the two would be equal.
 */
final class ReliabilityPlot {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int SIDE = 300;
    private static final int STEP = SIDE / Reliability.BINS;
    private static final int LEFT = 46;
    private static final int TOP = 18;

    private final Element svg;

    private ReliabilityPlot(Element svg) {
        this.svg = svg;
    }

    /** A figure for each metric of calibration; nothing where there is none. */
    static void append(Run run, Element body) {
        run.scores().forEach((metric, scores) -> {
            Reliability reliability = Metric.total(scores).reliability();
            reliability.error().ifPresent(error -> {
                Element figure = body.appendElement("figure");
                Element svg = figure.appendElement("svg", SVG)
                        .attr("viewBox", "0 0 " + (LEFT + SIDE + 14) + " " + (TOP + SIDE + 40))
                        .attr("role", "img")
                        .attr("aria-label", "share right by confidence");
                new ReliabilityPlot(svg).draw(reliability);
                figure.appendElement("figcaption")
                        .addClass("meta")
                        .text(String.format(
                                Locale.ROOT,
                                "%s %.1f. Attributions found, by confidence: the bar is the share that is right (content "
                                        + "and source), the tick the mean confidence, the number how many there are.",
                                metric.name(),
                                100 * error));
            });
        });
    }

    private void draw(Reliability reliability) {
        for (int tenth = 0; tenth <= Reliability.BINS; tenth += 2) {
            double share = tenth / (double) Reliability.BINS;
            line("grid", LEFT, y(share), LEFT + SIDE, y(share));
            text(LEFT - 8, y(share) + 4, "end", String.format(Locale.ROOT, "%.1f", share));
            text(LEFT + tenth * STEP, TOP + SIDE + 16, "middle", String.format(Locale.ROOT, "%.1f", share));
        }
        for (int i = 0; i < Reliability.BINS; i++) {
            Bin bin = reliability.bins().get(i);
            if (bin.items() > 0) {
                bar(LEFT + i * STEP, bin);
            }
        }
        line("even", LEFT, y(0), LEFT + SIDE, y(1));
        text(LEFT + SIDE / 2.0, TOP + SIDE + 34, "middle", "confidence");
        text(0, 0, "middle", "share right").attr("transform", "translate(12 " + (TOP + SIDE / 2) + ") rotate(-90)");
    }

    private void bar(double x, Bin bin) {
        double share = bin.right() / bin.items();
        double confidence = bin.confidence() / bin.items();
        svg.appendElement("rect", SVG)
                .attr("x", number(x + 2))
                .attr("y", number(y(share)))
                .attr("width", number(STEP - 4))
                .attr("height", number(SIDE * share))
                .appendElement("title", SVG)
                .text(String.format(
                        Locale.ROOT, "%.0f of %.0f right, mean confidence %.3f", bin.right(), bin.items(), confidence));
        line("mean", x, y(confidence), x + STEP, y(confidence));
        text(
                x + STEP / 2.0,
                y(Math.max(share, confidence)) - 5,
                "middle",
                String.format(Locale.ROOT, "%.0f", bin.items()));
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private void line(String name, double fromX, double fromY, double toX, double toY) {
        svg.appendElement("line", SVG)
                .addClass(name)
                .attr("x1", number(fromX))
                .attr("y1", number(fromY))
                .attr("x2", number(toX))
                .attr("y2", number(toY));
    }

    private Element text(double x, double y, String anchor, String words) {
        return svg.appendElement("text", SVG)
                .attr("x", number(x))
                .attr("y", number(y))
                .attr("text-anchor", anchor)
                .text(words);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
