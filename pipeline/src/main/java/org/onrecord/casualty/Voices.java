package org.onrecord.casualty;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.pipeline.Lexicon;

/** According to whom, and how far they commit themselves: read off the attribution that a figure stands in. */
final class Voices {
    private static final Set<String> DENIALS = Set.of("deny", "reject", "refute", "dismiss", "dispute");
    private static final Set<String> ALLEGATIONS = Set.of("claim", "allege", "accuse");

    /** Cues of doing rather than saying: "Police named the five killed", "Rescuers found two more bodies". */
    private static final Set<String> DEEDS =
            Set.of("name", "identify", "find", "discover", "recover", "revise", "mourn", "remember");

    private static final Pattern TRAILING = Pattern.compile(" [–—-] (\\p{L}[\\p{L} ]{1,40})$");

    private static final Pattern SAYS =
            Pattern.compile("say|claim|deny|admit|boast|report|announce|acknowledge|confirm|state|declare|tell|allege");

    private final Parse sentence;
    private final String text;
    private final Clause clause;
    private final Causes causes;
    private final List<Attribution> attributions;
    private final Lexicon sources;

    /** @param sources nouns that stand for whoever says something */
    Voices(Parse sentence, String text, Causes causes, List<Attribution> attributions, Lexicon sources) {
        this.sentence = sentence;
        this.text = text;
        this.clause = new Clause(sentence, text);
        this.causes = causes;
        this.attributions = attributions;
        this.sources = sources;
    }

    /**
     * Who says so, and how sure of it.
     *
     * @param doer who did it, where they say so of themselves
     */
    record Said(Voice voice, Modality modality, Optional<String> doer) {}

    /** @param modality according to the words of the figure itself */
    Said of(NumberPhrase number, Span span, Bound bound, Modality modality) {
        Span anchor = sentence.token(bound.anchor()).span();
        Optional<Attribution> attribution = innermost(span)
                .filter(found -> found.cue().filter(anchor::overlaps).isEmpty())
                .filter(found -> found.source().filter(this::isEvent).isEmpty())
                .filter(found -> SAYS.matcher(cue(found)).matches()
                        || found.source()
                                .filter(source -> isDoer(source, bound))
                                .isEmpty());
        String cue = attribution.map(this::cue).orElse("");
        boolean presupposed = DENIALS.contains(cue) && isDefinite(number);
        if (presupposed || DEEDS.contains(cue)) {
            return new Said(new Voice.Publisher(), modality, Optional.empty());
        }
        boolean ownDeed = attribution.isPresent()
                && modality == Modality.ASSERTED
                && bound.outcome() == Outcome.KILLED
                && bound.agent().stream()
                        .anyMatch(agent -> sentence.token(agent)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("it|they|we"));
        Voice voice = attribution.isEmpty() ? trailing().orElseGet(() -> counted(number)) : voice(attribution);
        Optional<String> doer = ownDeed && voice instanceof Voice.Source source
                ? Optional.of(source.name())
                : attribution.flatMap(this::blamed);
        return new Said(voice, ownDeed ? Modality.ALLEGED : committed(modality, cue), doer);
    }

    private String cue(Attribution attribution) {
        return attribution
                .cue()
                .flatMap(words -> sentence.at(words.start()))
                .map(token -> token.lemma().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The innermost attribution whose content holds the figure. */
    private Optional<Attribution> innermost(Span span) {
        return attributions.stream()
                .filter(candidate -> candidate.content().spans().stream().anyMatch(part -> part.contains(span)))
                .min(Comparator.comparingInt(
                        candidate -> candidate.content().hull().length()));
    }

    /** "gunmen opened fire, killing nine": they did it and said nothing. */
    private boolean isDoer(Span source, Bound bound) {
        return bound.agent().stream()
                .anyMatch(agent -> sentence.token(agent).span().overlaps(source)
                        && !sentence.token(agent).tag().startsWith("PRP"));
    }

    /** "The UN has verified 84 civilian deaths", "The office counts six dead": whoever counts says so. */
    private Voice counted(NumberPhrase number) {
        boolean of =
                number.first() > 2 && sentence.token(number.first() - 1).form().equals("of");
        int verb = number.first() - (of ? 2 : 1);
        boolean counts = verb > 0
                && sentence.token(verb).isVerb()
                && sentence.token(verb)
                        .lemma()
                        .matches(of ? "speak|talk" : "count|verify|acknowledge|confirm|document|estimate|register");
        OptionalInt subject = counts ? sentence.child(verb, "nsubj") : OptionalInt.empty();
        if (subject.isPresent() && sentence.token(subject.getAsInt()).form().matches("(?i)s?he")) {
            return spokeBefore(subject.getAsInt());
        }
        return subject.isPresent()
                        && !sentence.token(subject.getAsInt()).tag().matches("PRP|W.*")
                        && !sentence.token(subject.getAsInt()).lemma().matches("reporter|correspondent|journalist")
                ? new Voice.Source(Times.without(named(clause.words(subject.getAsInt()))), Optional.empty())
                : new Voice.Publisher();
    }

    /** "‘At least 15’ killed in raid – monitors": what stands behind the dash of a headline says so. */
    private Optional<Voice> trailing() {
        Matcher behind = TRAILING.matcher(sentence.sentence().span().of(text));
        boolean speaks = behind.find()
                && Headlines.isHeadline(sentence)
                && sources.contains(sentence.token(sentence.size() - 1).lemma().toLowerCase(Locale.ROOT));
        return speaks ? Optional.of(new Voice.Source(behind.group(1), Optional.empty())) : Optional.empty();
    }

    /** "the mayor said at first; at noon he spoke of eight dead" */
    private Voice spokeBefore(int pronoun) {
        Span sentenceSpan = sentence.sentence().span();
        return voice(attributions.stream()
                .filter(earlier -> earlier.source()
                        .filter(source -> sentenceSpan.contains(source)
                                && source.end() < sentence.token(pronoun).span().start())
                        .isPresent())
                .reduce((first, second) -> second));
    }

    /** "State TV quoted the governor as saying 22 had died": it is the governor who says so. */
    private Optional<String> quoted(Attribution attribution) {
        return cues(attribution, "quote|cite")
                .flatMap(cue -> sentence.children(cue, "obj").stream().mapToInt(Integer::intValue))
                .filter(word -> IntStream.rangeClosed(word + 1, Math.min(word + 3, sentence.size() - 1))
                        .anyMatch(as -> sentence.token(as).form().equals("as")))
                .mapToObj(word -> Clause.bare(clause.narrow(word)))
                .findFirst();
    }

    /** "blamed the deaths on the Red Column" */
    private Optional<String> blamed(Attribution attribution) {
        return cues(attribution, "blame")
                .flatMap(cue -> IntStream.range(cue + 1, sentence.size()))
                .filter(word -> sentence.token(word).isNoun() && clause.isUnder(word, "on") && !causes.isEvent(word))
                .mapToObj(word -> Clause.bare(clause.narrow(word)))
                .findFirst();
    }

    /** The word that heads the cue, if it is one of some lemmas. */
    private IntStream cues(Attribution attribution, String lemmas) {
        return attribution.cue().stream()
                .map(sentence::head)
                .flatMapToInt(OptionalInt::stream)
                .filter(cue -> sentence.token(cue).lemma().matches(lemmas));
    }

    /** "The monitoring office", which the article names in full where it speaks. */
    private String named(String words) {
        String end = " " + Clause.bare(words).toLowerCase(Locale.ROOT);
        return attributions.stream()
                .flatMap(attribution -> attribution.speaker().stream())
                .map(Speaker::name)
                .filter(name -> (" " + name.toLowerCase(Locale.ROOT)).endsWith(end))
                .findFirst()
                .orElse(words);
    }

    /** "Storm Iva claims 9": what does harm says nothing. */
    private boolean isEvent(Span source) {
        boolean named = sentence.head(source).stream()
                .anyMatch(head ->
                        Character.isUpperCase(sentence.token(head).form().charAt(0)));
        return sentence.head(source).stream().anyMatch(causes::isEvent)
                || (named && causes.isEvent(sentence.within(source).nextSetBit(0)));
    }

    private Voice voice(Optional<Attribution> attribution) {
        return attribution
                .flatMap(found -> quoted(found)
                        .or(() -> found.speaker().map(Speaker::name))
                        .or(() -> found.source().map(source -> source.of(text)))
                        .filter(name -> !name.equalsIgnoreCase("those")) // "among those describing the day"
                        .map(name -> (Voice) new Voice.Source(name, Optional.of(found.id()))))
                .orElseGet(Voice.Publisher::new);
    }

    private boolean isDefinite(NumberPhrase number) {
        return number.first() > 0 && sentence.token(number.first() - 1).form().equalsIgnoreCase("the");
    }

    private static Modality committed(Modality modality, String cue) {
        if (DENIALS.contains(cue)) {
            return Modality.DENIED;
        }
        return ALLEGATIONS.contains(cue) && modality == Modality.ASSERTED ? Modality.ALLEGED : modality;
    }
}
