package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Annotation;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Casualty figures: sentence by sentence what is counted, then who is counted nowhere, then repetitions as one. */
public final class Figures implements Stage<CasualtyFigure> {
    /** Sentences in which an obituary says that it is one, and news what happened. */
    private static final int LEAD = 3;

    /** What cannot be meant of a ball. */
    private static final Pattern ATTACK =
            Pattern.compile("(?i)gunshots?|gunfire|gunman|gunmen|bullets?|shootings?|stabbings?|handgun|shooter");

    /** Kinds of events in which people get hurt. */
    private static final Set<String> VIOLENT = Set.of(
            "shooting",
            "stabbing",
            "explosion",
            "fire",
            "crash",
            "shelling",
            "strike",
            "stampede",
            "landslide",
            "sinking");

    private final Harm harm;

    private Figures(Harm harm) {
        this.harm = harm;
    }

    public static Figures load() {
        return new Figures(Harm.load());
    }

    @Override
    public Kind<CasualtyFigure> writes() {
        return Kind.CASUALTY;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.MENTION, Kind.ATTRIBUTION);
    }

    @Override
    public List<CasualtyFigure> annotate(View view) {
        List<CasualtyFigure> figures = new ArrayList<>();
        List<Individuals.Fate> fates = new ArrayList<>();
        Set<String> open = new HashSet<>();
        List<Scene> scenes = new ArrayList<>();
        Optional<Parse> before = Optional.empty();
        List<Parse> sentences = view.parses();
        for (Parse sentence : sentences) {
            if (sentence.isParsed()) {
                Scene scene = new Scene(
                        sentence,
                        before,
                        view.text(),
                        Annotation.within(
                                view.all(Kind.MENTION), sentence.sentence().span()),
                        view.all(Kind.ATTRIBUTION),
                        Collections.unmodifiableList(figures));
                SentenceFigures read = new SentenceFigures(scene, harm);
                figures.addAll(read.figures());
                fates.addAll(read.fates());
                open.addAll(read.open());
                scenes.add(scene);
                before = Optional.of(sentence);
            }
        }
        List<CasualtyFigure> cells = new Tables(view.text(), harm)
                .figures(figures.size() + 1).stream()
                        .filter(cell -> figures.stream()
                                .noneMatch(figure -> figure.span().overlaps(cell.span())))
                        .toList();
        figures.addAll(cells);
        if (!cells.isEmpty()) {
            figures.sort(Comparator.comparingInt(figure -> figure.span().start()));
        }
        List<Parse> lead =
                sentences.stream().limit(LEAD).filter(Parse::isParsed).toList();
        boolean obituary = lead.stream().anyMatch(Obituary::isNatural);
        boolean violent =
                lead.stream().flatMap(sentence -> sentence.tokens().stream()).anyMatch(this::isViolent);
        List<CasualtyFigure> merged = Repeats.merged(
                Divided.with(Individuals.with(figures, open, obituary ? List.of() : fates, violent), open),
                span -> view.article().zones().stream()
                        .anyMatch(zone ->
                                zone.kind() == Zone.Kind.HEADLINE && zone.span().contains(span)),
                harm);
        return merged.isEmpty() ? merged : Circumstances.filled(view.text(), merged, events(scenes), harm);
    }

    private List<Told> events(List<Scene> scenes) {
        return scenes.stream()
                .flatMap(scene -> new Events(scene, harm).told().stream())
                .toList();
    }

    private boolean isViolent(Token token) {
        return token.isNoun()
                && (ATTACK.matcher(token.form()).matches()
                        || (harm.isEvent(token) && VIOLENT.contains(harm.kind(token.lemma()))));
    }
}
