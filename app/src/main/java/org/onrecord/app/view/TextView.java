package org.onrecord.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/** A document for a reader at a terminal: who said what, then how many according to whom. */
public final class TextView {
    private static final int SPEAKER_WIDTH = 40;

    private final Styling styling;

    public TextView(Styling styling) {
        this.styling = styling;
    }

    public String render(Document document, String origin) {
        StringBuilder page = new StringBuilder();
        String title = document.article().metadata().title().orElse(origin);
        page.append(styling.apply("bold", title)).append('\n');
        page.append(styling.apply("faint", origin + subtitle(document))).append("\n\n");
        said(document, page);
        figures(document, page);
        return page.append('\n').toString();
    }

    private static String subtitle(Document document) {
        var metadata = document.article().metadata();
        String published = metadata.published().map(time -> "  " + time.iso()).orElse("");
        String status = "  " + document.article().language() + ", "
                + document.article().status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return published + metadata.url().map(url -> "  " + url).orElse("") + status;
    }

    private void said(Document document, StringBuilder page) {
        Map<String, Quote> quotes =
                document.all(Kind.QUOTE).stream().collect(Collectors.toMap(Quote::id, Function.identity()));
        Map<String, Claim> claims = document.all(Kind.CLAIM).stream()
                .collect(Collectors.toMap(Claim::attribution, Function.identity(), (first, second) -> first));
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            page.append(speaker(attribution.speaker()));
            Optional.ofNullable(claims.get(attribution.id()))
                    .filter(claim -> claim.stance() != Claim.Stance.ASSERT || claim.negated())
                    .ifPresent(claim -> page.append("  ").append(styling.apply("fg(yellow)", stance(claim))));
            page.append('\n');
            String words = attribution.quotes().isEmpty()
                    ? Words.oneLine(attribution.content().of(document.text()))
                    : attribution.quotes().stream()
                            .map(quotes::get)
                            .map(quote -> "“" + Words.oneLine(quote.span().of(document.text())) + "”")
                            .collect(Collectors.joining(" … "));
            page.append(Words.wrapped(words, "    ")).append("\n");
        }
        List<Quote> nobodys = document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .filter(quote -> document.all(Kind.ATTRIBUTION).stream()
                        .noneMatch(a -> a.quotes().contains(quote.id())))
                .toList();
        for (Quote quote : nobodys) {
            page.append(styling.apply("faint", "no speaker found")).append('\n');
            page.append(Words.wrapped("“" + Words.oneLine(quote.span().of(document.text())) + "”", "    "))
                    .append('\n');
        }
    }

    private String speaker(Optional<Speaker> speaker) {
        if (speaker.isEmpty()) {
            return styling.apply("faint", "somebody");
        }
        String described = Words.described(speaker.get().role(), speaker.get().affiliation());
        return styling.apply("bold,fg(cyan)", speaker.get().name())
                + (described.isEmpty() || described.startsWith(speaker.get().name()) ? "" : " (" + described + ")");
    }

    private static String stance(Claim claim) {
        String name = claim.stance().name().toLowerCase(Locale.ROOT);
        return (claim.negated() ? "not " : "")
                + name
                + claim.target().map(target -> " → " + target.name()).orElse("");
    }

    private void figures(Document document, StringBuilder page) {
        if (document.all(Kind.CASUALTY).isEmpty()) {
            return;
        }
        page.append('\n')
                .append(styling.apply(
                        "bold",
                        String.format(
                                "%-11s %-18s %-" + SPEAKER_WIDTH + "s %s",
                                "outcome",
                                "how many",
                                "according to",
                                "words")))
                .append('\n');
        String before = "";
        for (CasualtyFigure figure : document.all(Kind.CASUALTY)) {
            String source = figure.voice() instanceof Voice.Source named ? named.name() : "(the publisher)";
            String scope = figure.scope() == CasualtyFigure.Scope.CURRENT
                    ? ""
                    : " [" + figure.scope().name().toLowerCase(Locale.ROOT) + "]";
            String sum = figure.derived() ? (figure.partOf().isPresent() ? " [rest]" : " [sum]") : "";
            String modality = figure.modality() == CasualtyFigure.Modality.ASSERTED
                    ? ""
                    : " [" + figure.modality().name().toLowerCase(Locale.ROOT) + "]";
            page.append(styling.apply(
                            "fg(red)",
                            String.format("%-11s ", figure.outcome().name().toLowerCase(Locale.ROOT))))
                    .append(String.format(
                            "%-18s %-" + SPEAKER_WIDTH + "s ", Words.count(figure.quantity()), cut(source)))
                    .append(Words.oneLine(figure.span().of(document.text())))
                    .append(sum)
                    .append(scope)
                    .append(modality)
                    .append('\n');
            String circumstances = circumstances(figure);
            if (!circumstances.isEmpty() && !circumstances.equals(before)) {
                page.append(" ".repeat(12))
                        .append(styling.apply("faint", circumstances))
                        .append('\n');
            }
            before = circumstances;
        }
    }

    private static String cut(String words) {
        return words.length() <= SPEAKER_WIDTH ? words : words.substring(0, SPEAKER_WIDTH - 1) + "…";
    }

    /** By what, where and when, as far as the article says so. */
    private static String circumstances(CasualtyFigure figure) {
        return Stream.of(figure.cause(), figure.place(), figure.time())
                .flatMap(Optional::stream)
                .map(Words::oneLine)
                .collect(Collectors.joining(" · "));
    }
}
