package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Annotation;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Casualty figures, sentence by sentence: numbers first, then what became of the people they count. */
public final class Figures implements Stage<CasualtyFigure> {
    private static final Set<String> DENIALS = Set.of("deny", "reject", "refute", "dismiss", "dispute");
    private static final Set<String> ALLEGATIONS = Set.of("claim", "allege", "accuse", "blame");

    private static final Set<String> GROUPS =
            Set.of("family", "couple", "crew", "gang", "troop", "staff", "police", "people", "other");

    /** What tells an obituary from a casualty. */
    private static final Pattern NATURAL = Pattern.compile(
            "(?i)\\b(?:illness|cancer|heart (?:attack|failure)|stroke|natural causes|peacefully|dementia|old age|pneumonia|died (?:aged|at) \\d|in (?:his|her) sleep)\\b");

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
        for (Parse sentence : view.parses()) {
            if (sentence.isParsed()) {
                List<Mention> mentions = Annotation.within(
                        view.all(Kind.MENTION), sentence.sentence().span());
                new InSentence(sentence, view, mentions).addTo(figures);
            }
        }
        return figures;
    }

    /** The figures of one sentence. */
    private final class InSentence {
        private final Parse sentence;
        private final View view;
        private final List<Mention> mentions;
        private final Binder binder;
        private final Irrealis irrealis;
        private final Surrounds surrounds;

        InSentence(Parse sentence, View view, List<Mention> mentions) {
            this.sentence = sentence;
            this.view = view;
            this.mentions = mentions;
            this.binder = new Binder(sentence, harm);
            this.irrealis = new Irrealis(sentence);
            this.surrounds = new Surrounds(sentence, view.text());
        }

        void addTo(List<CasualtyFigure> figures) {
            int before = figures.size();
            for (NumberPhrase number : Numbers.in(sentence)) {
                figure(number, figures, before).ifPresent(figures::add);
            }
            for (Mention mention : mentions) {
                if (mention.type() == EntityType.PERSON) {
                    named(mention, figures).ifPresent(figures::add);
                }
            }
            List<CasualtyFigure> own = figures.subList(before, figures.size());
            own.sort(Comparator.comparing(CasualtyFigure::span));
        }

        private Optional<CasualtyFigure> figure(NumberPhrase number, List<CasualtyFigure> figures, int before) {
            int head = head(number);
            if (!canCount(number, head)) {
                return Optional.empty();
            }
            Optional<CasualtyFigure> whole = whole(number, figures, before);
            Optional<Bound> bound = binder.outcome(number, head)
                    .or(() -> whole.map(figure -> new Bound(figure.outcome(), head, "casualty-subset", 0.85)));
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            Optional<Modality> modality = number.quantity() instanceof Quantity.None
                    ? Optional.of(Modality.ASSERTED)
                    : irrealis.modality(bound.get().anchor());
            return modality.map(found ->
                    build("f" + (figures.size() + 1), number, head, bound.get(), found, whole, victims(number, head)));
        }

        /** Councillor Ada Brenn was shot dead: a named person is one. A natural death is none. */
        private Optional<CasualtyFigure> named(Mention mention, List<CasualtyFigure> figures) {
            OptionalInt head = sentence.head(mention.span());
            boolean counted = figures.stream().anyMatch(figure -> figure.span().overlaps(mention.span()));
            if (head.isEmpty()
                    || counted
                    || NATURAL.matcher(sentence.sentence().span().of(view.text()))
                            .find()) {
                return Optional.empty();
            }
            return binder.ofPerson(head.getAsInt())
                    .filter(bound -> bound.outcome() == Outcome.KILLED)
                    .flatMap(bound -> irrealis.modality(bound.anchor()).map(modality -> {
                        int first = sentence.within(mention.span()).nextSetBit(0);
                        int last = sentence.within(mention.span()).length() - 1;
                        NumberPhrase one = new NumberPhrase(first, last, last, new Quantity.Exactly(1), false);
                        return build(
                                "f" + (figures.size() + 1),
                                one,
                                head.getAsInt(),
                                bound,
                                modality,
                                Optional.empty(),
                                Optional.of(mention.span().of(view.text())));
                    }));
        }

        /** The noun that is counted; the number itself where none is. */
        private int head(NumberPhrase number) {
            OptionalInt up = sentence.governor(number.number());
            boolean counts = sentence.hasRelation(
                            number.number(), "nummod", "det", "amod", "advmod", "compound", "det:predet", "nmod:poss")
                    && up.isPresent()
                    && up.getAsInt() > number.last()
                    && (sentence.token(up.getAsInt()).isNoun()
                            || sentence.token(up.getAsInt()).tag().startsWith("JJ"));
            return counts ? up.getAsInt() : number.number();
        }

        /** People, harm nouns, or a bare number; never things, and never an article before anything but a person. */
        private boolean canCount(NumberPhrase number, int head) {
            boolean bare = head == number.number();
            int noun = bare ? counted(head) : head;
            boolean person = harm.isPerson(sentence.token(noun))
                    || harm.counted(sentence.token(noun)).isPresent()
                    || harm.state(sentence.token(noun)).isPresent();
            if (number.article()) {
                boolean obituary = NATURAL.matcher(sentence.sentence().span().of(view.text()))
                        .find();
                boolean group = GROUPS.contains(sentence.token(head).lemma());
                return !bare
                        && !obituary
                        && !group
                        && harm.isPerson(sentence.token(head))
                        && !sentence.token(head).tag().equals("NNS")
                        && !sentence.hasRelation(head, "compound");
            }
            boolean nextIsThing = bare && noun == head && behindIsThing(number);
            return (bare && noun == head && !nextIsThing) || person;
        }

        private boolean behindIsThing(NumberPhrase number) {
            int next = number.last() + 1;
            return next < sentence.size()
                    && sentence.token(next).isNoun()
                    && !harm.isPerson(sentence.token(next))
                    && harm.counted(sentence.token(next)).isEmpty()
                    && harm.state(sentence.token(next)).isEmpty();
        }

        /** "thousands of civilians", "two of the 30 wounded": the noun behind "of". */
        private int counted(int number) {
            return sentence.children(number, "nmod").stream()
                    .filter(child -> sentence.children(child, "case").stream()
                            .anyMatch(word -> sentence.token(word).lemma().equals("of")))
                    .filter(child -> sentence.token(child).isNoun())
                    .findFirst()
                    .map(child -> deeper(child))
                    .orElse(number);
        }

        private int deeper(int noun) {
            return sentence.token(noun).lemma().matches("thousand|hundred|dozen|ten") ? counted(noun) : noun;
        }

        /** "31 people, including 12 children": the figure that this number is a part of. */
        private Optional<CasualtyFigure> whole(NumberPhrase number, List<CasualtyFigure> figures, int before) {
            if (figures.size() == before) {
                return Optional.empty();
            }
            int from = Math.max(0, number.first() - 3);
            String lead = String.join(
                    " ",
                    sentence.tokens().subList(from, number.first()).stream()
                            .map(token -> token.form().toLowerCase(Locale.ROOT))
                            .toList());
            int to = Math.min(sentence.size(), number.last() + 3);
            String trail = String.join(
                    " ",
                    sentence.tokens().subList(number.last() + 1, to).stream()
                            .map(token -> token.form().toLowerCase(Locale.ROOT))
                            .toList());
            boolean part = lead.matches(".*\\b(?:including|among them|among whom|of whom|of them)(?: at least)?$")
                    || trail.matches("^of (?:them|whom)\\b.*");
            return part ? Optional.of(figures.getLast()) : Optional.empty();
        }

        private CasualtyFigure build(
                String id,
                NumberPhrase number,
                int head,
                Bound bound,
                Modality modality,
                Optional<CasualtyFigure> whole,
                Optional<String> victims) {
            Span span = sentence.span(number.first(), Math.max(number.last(), adjacentNoun(number, head)));
            Optional<Attribution> attribution = attribution(span);
            boolean event =
                    bound.agent().isPresent() && surrounds.isEvent(bound.agent().getAsInt());
            Optional<String> agent = bound.agent().isPresent()
                    ? Optional.of(surrounds.words(bound.agent().getAsInt()).replaceFirst("^(?i)(?:an?|the) ", ""))
                    : Optional.empty();
            boolean person = bound.agent().isPresent() && isActor(bound.agent().getAsInt());
            Scope scope = whole.isPresent() ? Scope.SUBSET : surrounds.scope(number, bound);
            return new CasualtyFigure(
                    id,
                    Extent.of(span),
                    killedOrInjured(bound) ? Outcome.CASUALTIES : bound.outcome(),
                    number.quantity(),
                    victims,
                    person && !event ? agent : Optional.empty(),
                    surrounds.cause(bound.anchor()).or(() -> person && !event ? Optional.empty() : agent),
                    surrounds.place(bound.anchor(), mentions),
                    surrounds.time(bound.anchor()),
                    voice(attribution),
                    committed(modality, attribution),
                    scope,
                    whole.map(CasualtyFigure::id),
                    false,
                    new Basis.Rule(bound.rule(), bound.confidence()));
        }

        /** At least 20 were killed or wounded. */
        private boolean killedOrInjured(Bound bound) {
            return sentence.children(bound.anchor(), "conj").stream()
                            .anyMatch(other -> harm.done(sentence.token(other))
                                    .filter(Outcome.INJURED::equals)
                                    .isPresent())
                    && sentence.children(bound.anchor(), "cc").stream()
                            .anyMatch(word -> sentence.token(word).lemma().equals("or"));
        }

        /** The last word of the figure: the noun counted, where it stands right behind the number. */
        private int adjacentNoun(NumberPhrase number, int head) {
            int noun = head == number.number() ? counted(head) : head;
            boolean state = harm.state(sentence.token(noun)).isPresent();
            return noun > number.last() && noun - number.last() <= 5 && !state ? noun : number.last();
        }

        private boolean isActor(int word) {
            boolean named = mentions.stream()
                    .anyMatch(mention -> mention.type() != EntityType.LOCATION
                            && mention.span().overlaps(sentence.token(word).span()));
            return named
                    || harm.isPerson(sentence.token(word))
                    || sentence.token(word)
                            .lemma()
                            .matches("army|force|militia|group|coalition|government|navy|regime");
        }

        private Optional<String> victims(NumberPhrase number, int head) {
            int noun = head == number.number() ? counted(head) : head;
            if (noun == number.number()
                    || harm.counted(sentence.token(noun)).isPresent()
                    || harm.state(sentence.token(noun)).isPresent()) {
                return Optional.empty();
            }
            int first = Math.max(
                    number.last() + 1,
                    sentence.phrase(noun, "acl", "acl:relcl", "punct", "appos", "conj", "cc", "nmod", "dep")
                            .nextSetBit(0));
            while (first < noun && sentence.token(first).tag().matches("IN|DT|CD")) {
                first++;
            }
            return first <= noun
                    ? Optional.of(sentence.span(first, noun).of(view.text()).replaceAll("\\s+", " "))
                    : Optional.empty();
        }

        /** The innermost attribution whose content holds the figure. */
        private Optional<Attribution> attribution(Span span) {
            return view.all(Kind.ATTRIBUTION).stream()
                    .filter(candidate -> candidate.content().spans().stream().anyMatch(part -> part.contains(span)))
                    .min(Comparator.comparingInt(
                            candidate -> candidate.content().hull().length()));
        }

        private Voice voice(Optional<Attribution> attribution) {
            return attribution
                    .flatMap(found -> found.speaker()
                            .map(Speaker::name)
                            .or(() -> found.source().map(source -> source.of(view.text())))
                            .map(name -> (Voice) new Voice.Source(name, Optional.of(found.id()))))
                    .orElseGet(Voice.Publisher::new);
        }

        private Modality committed(Modality modality, Optional<Attribution> attribution) {
            String cue = attribution
                    .flatMap(Attribution::cue)
                    .flatMap(span -> sentence.at(span.start()))
                    .map(token -> token.lemma().toLowerCase(Locale.ROOT))
                    .orElse("");
            if (DENIALS.contains(cue)) {
                return Modality.DENIED;
            }
            return ALLEGATIONS.contains(cue) && modality == Modality.ASSERTED ? Modality.ALLEGED : modality;
        }
    }
}
