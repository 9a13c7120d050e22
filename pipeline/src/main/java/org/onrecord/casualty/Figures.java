package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.onrecord.document.Token;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Casualty figures, sentence by sentence: numbers first, then what became of the people they count. */
public final class Figures implements Stage<CasualtyFigure> {
    private static final Set<String> DENIALS = Set.of("deny", "reject", "refute", "dismiss", "dispute");
    private static final Set<String> ALLEGATIONS = Set.of("claim", "allege", "accuse");

    private static final Set<String> GROUPS =
            Set.of("family", "couple", "crew", "gang", "troop", "staff", "police", "people", "other");

    private static final Pattern OF_EARLIER =
            Pattern.compile("^of (?:them|the (?:dead|bodies|victims|wounded|injured))\\b");

    /** "a triple-murder inquiry", "a seven-fatality pile-up" */
    private static final Pattern COMPOUND =
            Pattern.compile("(?i)\\S+-(?:murder|homicide|killing|fatality|death|victim)");

    private static final Pattern SEVERITY = Pattern.compile(
            "^(?:of (?:them|whom) )?(?:critically|seriously|severely|badly|gravely|slightly|lightly)\\b(?! (?:injured|hurt|wounded|ill|burned|burnt))");

    /** What tells an obituary from a casualty. */
    private static final Pattern NATURAL = Pattern.compile(
            "(?i)\\b(?:illness|cancer|heart (?:attack|failure)|stroke|natural causes|peacefully|dementia|old age|pneumonia|died (?:aged|at) \\d|in (?:his|her) sleep)\\b");

    /** How many words can stand before the noun of a headline. */
    private static final int LONGEST_LEAD = 3;

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
                figures.addAll(
                        new InSentence(sentence, view, mentions, Collections.unmodifiableList(figures)).figures());
            }
        }
        return Repeats.merged(
                figures,
                span -> view.article().zones().stream()
                        .anyMatch(zone ->
                                zone.kind() == Zone.Kind.HEADLINE && zone.span().contains(span)));
    }

    /** The figures of one sentence. */
    private final class InSentence {
        private final Parse sentence;
        private final View view;
        private final List<Mention> mentions;
        private final Binder binder;
        private final Irrealis irrealis;
        private final Surrounds surrounds;
        private final List<CasualtyFigure> earlier;
        private final List<CasualtyFigure> figures = new ArrayList<>();

        InSentence(Parse sentence, View view, List<Mention> mentions, List<CasualtyFigure> earlier) {
            this.earlier = earlier;
            this.sentence = sentence;
            this.view = view;
            this.mentions = mentions;
            this.binder = new Binder(sentence, harm);
            this.irrealis = new Irrealis(sentence);
            this.surrounds = new Surrounds(sentence, view.text());
        }

        List<CasualtyFigure> figures() {
            for (NumberPhrase number : Numbers.in(sentence)) {
                figure(number).ifPresent(figures::add);
            }
            for (Mention mention : mentions) {
                if (mention.type() == EntityType.PERSON) {
                    named(mention).ifPresent(figures::add);
                }
            }
            headline().ifPresent(figures::add);
            self().ifPresent(figures::add);
            figures.sort(Comparator.comparing(CasualtyFigure::span));
            return new Sums(sentence, view.text()).with(figures, earlier.size());
        }

        /** Somebody named who died of nothing that happened. */
        private boolean isObituary(Bound bound) {
            return sentence.token(bound.anchor()).lemma().equals("die")
                    && surrounds.cause(bound.anchor()).isEmpty();
        }

        /** "Storm Iva claims 9": what does harm says nothing. */
        private boolean isEvent(Span source) {
            return sentence.within(source).stream().anyMatch(surrounds::isEvent);
        }

        private String id() {
            return "f" + (earlier.size() + figures.size() + 1);
        }

        private Optional<CasualtyFigure> figure(NumberPhrase number) {
            int head = head(number);
            boolean compound =
                    COMPOUND.matcher(sentence.token(number.last()).form()).matches();
            if (!compound && !canCount(number, head)) {
                return Optional.empty();
            }
            Optional<CasualtyFigure> whole = whole(number);
            Optional<CasualtyFigure> tallied = tallied(number, head);
            if (tallied.isPresent()) {
                return tallied;
            }
            if (compound) {
                Bound deed = new Bound(Outcome.KILLED, head, "casualty-compound", 0.8);
                return irrealis.modality(head)
                        .map(modality -> build(id(), number, head, deed, modality, whole, Optional.empty()));
            }
            boolean convicted = isSentence(number, head);
            if (convicted) {
                return Optional.empty();
            }
            boolean severity = isSeverity(number) && whole.isPresent();
            Optional<Bound> bound = (severity ? Optional.<Bound>empty() : binder.outcome(number, head))
                    .or(() -> whole.map(figure -> new Bound(figure.outcome(), head, "casualty-subset", 0.85)));
            if (bound.isEmpty()) {
                return filled(number, head);
            }
            if (bound.get().rule().equals(Conditions.UNHURT)) {
                NumberPhrase none = number.with(new Quantity.None());
                return Optional.of(
                        build(id(), none, head, bound.get(), Modality.ASSERTED, whole, victims(number, head)));
            }
            boolean certain = number.quantity() instanceof Quantity.None
                    || bound.get().rule().equals(Conditions.NOT_SURVIVED);
            Optional<Modality> modality = certain
                    ? Optional.of(Modality.ASSERTED)
                    : irrealis.modality(bound.get().anchor());
            return modality.map(found -> build(id(), number, head, bound.get(), found, whole, victims(number, head)));
        }

        private Optional<CasualtyFigure> tallied(NumberPhrase number, int head) {
            return new Tallies(sentence, harm)
                    .of(number)
                    .filter(unused -> head == number.number())
                    .map(tallied -> {
                        NumberPhrase counted = tallied.beyond() && number.quantity() instanceof Quantity.Exactly exactly
                                ? number.with(new Quantity.MoreThan(exactly.count()))
                                : number;
                        return build(
                                        id(),
                                        counted,
                                        head,
                                        tallied.bound(),
                                        Modality.ASSERTED,
                                        Optional.empty(),
                                        Optional.empty())
                                .withScope(tallied.scope());
                    });
        }

        private Optional<CasualtyFigure> filled(NumberPhrase number, int head) {
            return new Gaps(sentence)
                    .of(number, figures)
                    .filter(unused -> head == number.number())
                    .map(filled -> {
                        Bound bound = new Bound(filled.like().outcome(), head, "casualty-gap", 0.75);
                        CasualtyFigure figure = build(
                                id(),
                                number,
                                head,
                                bound,
                                filled.like().modality(),
                                Optional.empty(),
                                filled.source().isPresent()
                                        ? Optional.empty()
                                        : filled.like().victims());
                        CasualtyFigure scoped =
                                filled.scope().map(figure::withScope).orElse(figure);
                        return filled.source()
                                .map(words -> scoped.withVoice(new Voice.Source(
                                        sentence.span(words[0], words[1]).of(view.text()), Optional.empty())))
                                .orElse(scoped);
                    });
        }

        /** Councillor Ada Brenn was shot dead: a named person is one. A natural death is none. */
        private Optional<CasualtyFigure> named(Mention mention) {
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
                    .filter(bound -> !isObituary(bound))
                    .flatMap(bound -> irrealis.modality(bound.anchor()).map(modality -> {
                        int first = sentence.within(mention.span()).nextSetBit(0);
                        int last = sentence.within(mention.span()).length() - 1;
                        NumberPhrase one = new NumberPhrase(first, last, last, new Quantity.Exactly(1), false);
                        return build(
                                id(),
                                one,
                                head.getAsInt(),
                                bound,
                                modality,
                                Optional.empty(),
                                Optional.of(mention.span().of(view.text())));
                    }));
        }

        /** "Girl, 9, hurt as oak falls": a headline leaves the article out. */
        private Optional<CasualtyFigure> headline() {
            int noun = 0;
            while (noun + 1 < sentence.size()
                    && sentence.token(noun).tag().matches("JJ|NNP?|CD|HYPH")
                    && !harm.isPerson(sentence.token(noun))) {
                noun++;
            }
            Token person = sentence.token(noun);
            boolean headline = sentence.token(sentence.size() - 1).isWord()
                    && noun <= LONGEST_LEAD
                    && harm.isPerson(person)
                    && !person.tag().endsWith("S")
                    && figures.stream().noneMatch(figure -> figure.span().overlaps(person.span()));
            int verb = noun + 1;
            while (headline
                    && verb < sentence.size()
                    && sentence.token(verb).tag().matches(",|CD|HYPH")) {
                verb++;
            }
            if (!headline
                    || verb >= sentence.size()
                    || !sentence.token(verb).tag().matches("VB[NDZ]|JJ|NN")) {
                return Optional.empty();
            }
            Token harmed = sentence.token(verb);
            boolean object = sentence.child(verb, "obj").isPresent();
            Optional<Outcome> outcome =
                    harmed.tag().equals("VBZ") ? harm.suffered(harmed) : object ? Optional.empty() : harm.state(harmed);
            NumberPhrase one = new NumberPhrase(0, noun, noun, new Quantity.Exactly(1), false);
            int anchor = verb;
            return outcome.map(found -> build(
                    id(),
                    one,
                    sentence.tokens().indexOf(person),
                    new Bound(found, anchor, "casualty-headline", 0.8),
                    Modality.ASSERTED,
                    Optional.empty(),
                    Optional.of(person.form())));
        }

        /** "A farmer killed his two sons and then himself" */
        private Optional<CasualtyFigure> self() {
            for (int word = 1; word < sentence.size(); word++) {
                int self = word;
                boolean reflexive =
                        sentence.token(word).form().toLowerCase(Locale.ROOT).matches("himself|herself|themself|self");
                Optional<CasualtyFigure> other = figures.stream()
                        .filter(figure -> figure.outcome() == Outcome.KILLED
                                && figure.span().end()
                                        <= sentence.token(self).span().start())
                        .reduce((first, second) -> second);
                boolean joined = IntStream.rangeClosed(1, 2)
                        .map(back -> self - back)
                        .filter(at -> at >= 0)
                        .anyMatch(at -> sentence.token(at).form().matches("and|then|,|on|killed|shot"));
                if (reflexive
                        && joined
                        && other.isPresent()
                        && other.get().perpetrator().isPresent()) {
                    NumberPhrase one = new NumberPhrase(self, self, self, new Quantity.Exactly(1), false);
                    return Optional.of(build(
                            id(),
                            one,
                            self,
                            new Bound(Outcome.KILLED, self, "casualty-self", 0.8),
                            other.get().modality(),
                            Optional.empty(),
                            other.get().perpetrator()));
                }
            }
            return Optional.empty();
        }

        /** The noun that is counted; the number itself where none is. */
        private int head(NumberPhrase number) {
            int word = number.number();
            OptionalInt up = sentence.governor(word);
            if (up.isPresent() && isGroup(up.getAsInt()) && isOf(word)) {
                return up.getAsInt();
            }
            boolean sharesNoun = up.isPresent()
                    && sentence.hasRelation(word, "conj")
                    && sentence.token(up.getAsInt()).tag().equals("CD");
            if (sharesNoun) {
                word = up.getAsInt();
                up = sentence.governor(word);
            }
            boolean counts = sentence.hasRelation(
                            word,
                            "nummod",
                            "det",
                            "amod",
                            "advmod",
                            "compound",
                            "det:predet",
                            "nmod:poss",
                            "cc:preconj")
                    && up.isPresent()
                    && up.getAsInt() > number.last()
                    && (sentence.token(up.getAsInt()).isNoun()
                            || sentence.token(up.getAsInt()).tag().startsWith("JJ"));
            return counts && !isAnotherSuch(number) ? up.getAsInt() : number.number();
        }

        /** "a family of seven" */
        private boolean isGroup(int noun) {
            return sentence.token(noun).lemma().matches("family|crew|group|team|party|gang|household|patrol|class");
        }

        private boolean isOf(int word) {
            return sentence.children(word, "case").stream()
                    .anyMatch(link -> sentence.token(link).form().equals("of"));
        }

        /** "A woman was killed and another hurt" */
        private boolean isAnotherSuch(NumberPhrase number) {
            int next = number.last() + 1;
            return sentence.token(number.first()).form().equalsIgnoreCase("another")
                    && next < sentence.size()
                    && harm.state(sentence.token(next)).isPresent()
                    && (next + 1 == sentence.size() || !sentence.token(next + 1).isNoun());
        }

        /** "was jailed for life": a punishment. */
        private boolean isSentence(NumberPhrase number, int head) {
            int verb = sentence.governor(Math.max(head, number.number())).orElse(0);
            return sentence.token(verb).lemma().matches("jail|imprison|sentence")
                    && sentence.tokens().subList(verb, sentence.size()).stream()
                            .limit(5)
                            .anyMatch(token -> token.lemma().matches("life|year|month|day"));
        }

        /** "two more", "13 others" stand for people. */
        private boolean standsForPeople(Token token) {
            return token.lemma().matches("more|other|others|another|further");
        }

        /** People, harm nouns, or a bare number; never things, and never an article before anything but a person. */
        private boolean canCount(NumberPhrase number, int head) {
            boolean bare = head == number.number();
            int noun = bare ? counted(head) : head;
            boolean person = harm.isPerson(sentence.token(noun))
                    || standsForPeople(sentence.token(noun))
                    || (noun != head && noun >= number.first() && noun <= number.last())
                    || harm.counted(sentence.token(noun)).isPresent()
                    || harm.state(sentence.token(noun)).isPresent();
            boolean anotherAlone = number.article()
                    && bare
                    && sentence.token(number.first()).form().equalsIgnoreCase("another")
                    && sentence.hasRelation(head, "nsubj", "nsubj:pass");
            if (isAnotherSuch(number) || anotherAlone) {
                return true;
            }
            if (number.quantity() instanceof Quantity.None && isAbsence(head)) {
                return true;
            }
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

        /** no loss of life, no reports of casualties */
        private boolean isAbsence(int head) {
            return sentence.token(head).lemma().equals("loss")
                    || binder.reported(head).isPresent();
        }

        private boolean behindIsThing(NumberPhrase number) {
            int next = number.last() + 1;
            while (next < sentence.size()
                    && sentence.token(next).tag().matches("JJ|VB[NG]")
                    && sentence.hasRelation(next, "amod")) {
                next++;
            }
            while (next + 1 < sentence.size()
                    && sentence.token(next).isNoun()
                    && sentence.token(next + 1).isNoun()
                    && sentence.hasRelation(next, "compound")) {
                next++;
            }
            return next < sentence.size()
                    && sentence.token(next).isNoun()
                    && !(next > number.last() + 1 && sentence.token(next).isName())
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

        /** "Fourteen of them were civilians": of those that the article spoke of last. */
        private Optional<CasualtyFigure> lastEarlier(String trail) {
            boolean dead = trail.matches("^of the (?:dead|bodies|victims).*");
            return earlier.reversed().stream()
                    .filter(figure -> !dead || figure.outcome() == Outcome.KILLED)
                    .findFirst()
                    .filter(figure -> figure.quantity().min().orElse(0) > 1);
        }

        /** "Twenty were injured, six critically" */
        private boolean isSeverity(NumberPhrase number) {
            return SEVERITY.matcher(trail(number)).find();
        }

        private String trail(NumberPhrase number) {
            int to = Math.min(sentence.size(), number.last() + 4);
            return String.join(
                    " ",
                    sentence.tokens().subList(number.last() + 1, to).stream()
                            .map(token -> token.form().toLowerCase(Locale.ROOT))
                            .toList());
        }

        /** "31 people, including 12 children": the figure that this number is a part of. */
        private Optional<CasualtyFigure> whole(NumberPhrase number) {
            int from = Math.max(0, number.first() - 3);
            String lead = String.join(
                    " ",
                    sentence.tokens().subList(from, number.first()).stream()
                            .map(token -> token.form().toLowerCase(Locale.ROOT))
                            .toList());
            String trail = trail(number);
            if (SEVERITY.matcher(trail).find()) {
                return figures.reversed().stream()
                        .filter(figure -> figure.outcome() == Outcome.INJURED)
                        .findFirst();
            }
            if (figures.isEmpty()) {
                return OF_EARLIER.matcher(trail).find() ? lastEarlier(trail) : Optional.empty();
            }
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
            boolean counts = bound.rule().matches("casualty-(?:toll|gap)");
            Span anchor = sentence.token(bound.anchor()).span();
            Optional<Attribution> attribution = attribution(span)
                    .filter(found -> found.cue().filter(anchor::overlaps).isEmpty())
                    .filter(found -> found.source().filter(this::isEvent).isEmpty());
            boolean event =
                    bound.agent().isPresent() && surrounds.isEvent(bound.agent().getAsInt());
            Optional<String> agent = bound.agent().isPresent()
                            && !sentence.token(bound.agent().getAsInt()).tag().startsWith("PRP")
                    ? Optional.of(surrounds.words(bound.agent().getAsInt()).replaceFirst("^(?i)(?:an?|the) ", ""))
                    : Optional.empty();
            boolean person = bound.agent().isPresent() && isActor(bound.agent().getAsInt());
            boolean adds = figures.isEmpty() || figures.getLast().outcome() == bound.outcome();
            Scope scope = whole.isPresent() ? Scope.SUBSET : surrounds.scope(number, bound, adds);
            return new CasualtyFigure(
                    id,
                    Extent.of(span),
                    killedOrInjured(bound) ? Outcome.CASUALTIES : bound.outcome(),
                    number.quantity(),
                    victims,
                    person && !event ? agent : Optional.empty(),
                    surrounds.cause(bound.anchor()).or(() -> person && !event ? Optional.empty() : agent),
                    surrounds
                            .place(bound.anchor(), mentions)
                            .or(() -> bound.agent().stream()
                                    .mapToObj(word -> surrounds.place(word, mentions))
                                    .flatMap(Optional::stream)
                                    .findFirst()),
                    surrounds.time(counts ? number.last() : bound.anchor()),
                    voice(attribution),
                    committed(modality, attribution, isPresupposed(number)),
                    scope,
                    whole.map(CasualtyFigure::id),
                    false,
                    new Basis.Rule(bound.rule(), bound.confidence()));
        }

        /** At least 20 were killed or wounded. */
        private boolean killedOrInjured(Bound bound) {
            return sentence.children(bound.anchor(), "conj").stream()
                    .filter(other -> harm.done(sentence.token(other))
                            .filter(Outcome.INJURED::equals)
                            .isPresent())
                    .anyMatch(other -> Stream.concat(
                                    sentence.children(bound.anchor(), "cc").stream(),
                                    sentence.children(other, "cc").stream())
                            .anyMatch(word -> sentence.token(word).lemma().equals("or")));
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
            boolean oneMore = Numbers.isOneMore(number, sentence)
                    || (noun == number.number()
                            && sentence.token(number.first()).form().equalsIgnoreCase("another"));
            if (oneMore && noun == number.number() && !figures.isEmpty()) {
                return figures.getLast().victims();
            }
            if (harm.counted(sentence.token(noun)).isPresent() && !harm.isPerson(sentence.token(noun))) {
                return sentence.children(noun, "amod", "compound").stream()
                        .filter(word -> harm.isPerson(sentence.token(word)))
                        .findFirst()
                        .map(word -> sentence.token(word).form());
            }
            if (noun == number.number()
                    || standsForPeople(sentence.token(noun))
                    || harm.state(sentence.token(noun)).isPresent()) {
                return base(number);
            }
            if (noun < number.first()) {
                return Optional.of(sentence.span(noun, number.last()).of(view.text()));
            }
            int first = Math.max(
                    number.last() + 1,
                    sentence.phrase(noun, "acl", "acl:relcl", "punct", "appos", "conj", "cc", "nmod", "dep")
                            .nextSetBit(0));
            while (first < noun && sentence.token(first).tag().matches("IN|DT|CD|CC")) {
                first++;
            }
            boolean clause = sentence.tokens().subList(Math.min(first, noun), noun).stream()
                    .anyMatch(token -> harm.done(token).isPresent() || !token.isWord());
            return first <= noun && !clause
                    ? Optional.of(sentence.span(first, noun).of(view.text()).replaceAll("\\s+", " "))
                    : Optional.empty();
        }

        /** "Nine of the 14 hostages": of whom they are some. */
        private Optional<String> base(NumberPhrase number) {
            int at = number.last() + 2;
            if (trail(number).matches("^of (?:them|whom) .*") && at + 1 < sentence.size()) {
                Token part = sentence.token(at + 1);
                return harm.isPerson(part) ? Optional.of(part.form()) : Optional.empty();
            }
            boolean of = at < sentence.size()
                    && sentence.token(number.last() + 1).form().equals("of")
                    && sentence.token(at).tag().matches("DT|PRP\\$|CD");
            while (of && at < sentence.size() && sentence.token(at).tag().matches("DT|PRP\\$|CD|JJ")) {
                at++;
            }
            return of && at < sentence.size() && harm.isPerson(sentence.token(at))
                    ? Optional.of(sentence.token(at).form())
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

        /** "denied killing the four priests": that they were killed is beyond doubt. */
        private boolean isPresupposed(NumberPhrase number) {
            return number.first() > 0
                    && sentence.token(number.first() - 1).form().equalsIgnoreCase("the");
        }

        private Modality committed(Modality modality, Optional<Attribution> attribution, boolean presupposed) {
            String cue = attribution
                    .flatMap(Attribution::cue)
                    .flatMap(span -> sentence.at(span.start()))
                    .map(token -> token.lemma().toLowerCase(Locale.ROOT))
                    .orElse("");
            if (DENIALS.contains(cue)) {
                return presupposed ? modality : Modality.DENIED;
            }
            return ALLEGATIONS.contains(cue) && modality == Modality.ASSERTED ? Modality.ALLEGED : modality;
        }
    }
}
