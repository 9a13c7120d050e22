package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Stretch;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Extent;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.reference.Speakers;

/** One paragraph: what the tagger found in it, its quotations, and what the rules know of those that the tagger left. */
final class TaggedParagraph {
    private static final Basis WITHOUT_CUE = new Basis.Rule("quotation-without-cue", 0.75);

    private final Passage passage;
    private final Blamed blamed;
    private final Wording wording;
    private final List<Quote> quotes;
    private final List<Attribution> ruled;
    private final Uncued uncued;

    /**
     * @param speech all quotations of the article that are speech
     * @param ruled all attributions of the article that the rules found
     */
    TaggedParagraph(String text, Passage passage, List<Quote> speech, List<Attribution> ruled, LeadIns leadIns) {
        Span span = passage.paragraph();
        this.passage = passage;
        this.blamed = new Blamed(passage);
        this.wording = new Wording(text, span);
        this.quotes =
                speech.stream().filter(quote -> span.contains(quote.span())).toList();
        this.uncued = new Uncued(passage, wording, quotes, leadIns);
        this.ruled = ruled.stream()
                .filter(attribution -> span.contains(attribution.content().hull()))
                .toList();
    }

    /**
     * The attributions of the paragraph in text order of their contents.
     *
     * @param goesOn who speaks where a quotation has no cue
     * @param taken how many ids are taken
     */
    List<Attribution> attributions(List<Tagger.Tagged> tagged, Speakers speakers, Optional<Speaker> goesOn, int taken) {
        List<Draft> drafts = new ArrayList<>(tagged.stream().map(this::draft).toList());
        drafts.removeIf(this::isByNobody);
        List<Draft> tagger = List.copyOf(drafts);
        drafts.removeIf(draft -> takesAnothersCue(draft, tagger));
        for (Attribution rule : ruled) {
            addLeft(rule, drafts);
        }
        for (Quote quote : quotes) {
            if (drafts.stream().noneMatch(draft -> draft.quotes().contains(quote))) {
                addUncued(
                        quote,
                        drafts,
                        speakers,
                        goesOn.filter(TaggedParagraph::isOne).isPresent());
            }
        }
        List<Draft> all = List.copyOf(drafts);
        drafts.replaceAll(draft -> draft.withQuotes(draft.quotes().stream()
                .filter(quote -> owner(quote, all).equals(draft))
                .toList()));
        drafts.sort(Comparator.comparingInt(draft -> draft.place().start()));
        List<Optional<Speaker>> found = new ArrayList<>();
        for (Draft draft : drafts) {
            found.add(speaker(draft, speakers, goesOn));
        }
        List<Attribution> attributions = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            OptionalInt says = isFirstPerson(draft) ? around(draft, drafts) : OptionalInt.empty();
            attributions.add(draft.attribution(says.isPresent() ? found.get(says.getAsInt()) : found.get(i)));
        }
        attributions.sort(Comparator.comparingInt(
                        (Attribution attribution) -> attribution.content().start())
                .thenComparingInt(attribution -> attribution.content().end()));
        List<Attribution> numbered = new ArrayList<>();
        for (Attribution attribution : attributions) {
            numbered.add(attribution.withId("a" + (taken + numbered.size() + 1)));
        }
        return numbered;
    }

    private Optional<Speaker> speaker(Draft draft, Speakers speakers, Optional<Speaker> goesOn) {
        if (draft.source().isEmpty()) {
            return draft.cue().isPresent() ? Optional.empty() : draft.acts().or(() -> goesOn);
        }
        Span source = draft.source().get();
        return passage.headed(source).flatMap(head -> speakers.of(source, head.word(), head.sentence(), draft.place()));
    }

    /** "Nobody told us": nothing is attributed to anybody. */
    private boolean isByNobody(Draft draft) {
        return draft.source()
                .filter(source -> source.of(wording.text()).matches("(?i)nobody|no one|no-one"))
                .isPresent();
    }

    /** "He shrugs. “I see,” he says": what stands in another sentence than the cue and has its own cue is not the first’s. */
    private boolean takesAnothersCue(Draft draft, List<Draft> all) {
        Optional<Span> sentence = draft.cue()
                .flatMap(passage::headed)
                .map(head -> head.sentence().sentence().span());
        return sentence.filter(span -> !draft.content().overlaps(span)).isPresent()
                && all.stream()
                        .flatMap(other -> other.cue().stream())
                        .anyMatch(cue -> draft.content().overlaps(cue)
                                && quotes.stream()
                                        .noneMatch(quote -> quote.span().contains(cue)));
    }

    private boolean isFirstPerson(Draft draft) {
        return draft.source()
                .filter(source -> source.of(wording.text()).equals("I"))
                .isPresent();
    }

    /** “I think it is over,” she said: the smallest attribution of quoted words that another stands in; its speaker is "I". */
    private OptionalInt around(Draft draft, List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .filter(i -> (drafts.get(i).kind() != Attribution.Kind.INDIRECT
                                || isLabelled(drafts.get(i).cue()))
                        && drafts.get(i).content().spans().stream().anyMatch(span -> span.contains(draft.place())))
                .filter(i -> !drafts.get(i).equals(draft))
                .boxed()
                .min(Comparator.comparingInt(i -> drafts.get(i).content().hull().length()))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** "VARGA: I think it is only asleep." */
    private boolean isLabelled(Optional<Span> cue) {
        return cue.filter(words -> words.of(wording.text()).equals(":")).isPresent();
    }

    /**
     * An attribution before it has an id and a speaker.
     *
     * @param acts who speaks where it has neither source nor cue and the sentence before is about them
     */
    private record Draft(
            Optional<Span> source,
            Optional<Span> cue,
            Extent content,
            List<Quote> quotes,
            Attribution.Kind kind,
            Optional<Speaker> acts,
            Basis basis) {
        /** Where it is told who speaks. */
        Span place() {
            return cue.orElse(content.hull());
        }

        Draft withQuotes(List<Quote> others) {
            return new Draft(source, cue, content, others, kind, acts, basis);
        }

        /** @param speaker of whom the sentence before is about */
        Draft by(Speaker speaker) {
            return new Draft(source, cue, content, quotes, kind, Optional.of(speaker), basis);
        }

        Attribution attribution(Optional<Speaker> speaker) {
            List<String> ids = quotes.stream().map(Quote::id).toList();
            return new Attribution("a", kind, source, cue, content, speaker, ids, basis);
        }
    }

    private Draft draft(Tagger.Tagged tagged) {
        Span cue = span(tagged.cue());
        Blamed.Corrected corrected = blamed.correct(
                tagged.source().map(this::span).map(wording::withBracket),
                cue,
                new Extent(
                        Wording.merged(tagged.content().stream().map(this::span).toList())));
        return draft(
                corrected.source(),
                Optional.of(cue),
                corrected.content().spans(),
                new Basis.Model("attribution-crf", Math.round(tagged.confidence() * 100) / 100.0));
    }

    private Draft draft(Optional<Span> source, Optional<Span> cue, List<Span> content, Basis basis) {
        boolean labelled = isLabelled(cue);
        Extent extent = new Extent(Wording.merged(content.stream()
                .map(words -> labelled ? wording.withStop(words) : words)
                .map(wording::withMarks)
                .toList()));
        List<Quote> own = quotes.stream().filter(quote -> holds(extent, quote)).toList();
        return new Draft(source, cue, extent, own, wording.kind(extent, own), Optional.empty(), basis);
    }

    private Span span(Stretch stretch) {
        return passage.span(stretch.first(), stretch.last());
    }

    /** Whether more than half of the quotation lies in the content. */
    private boolean holds(Extent content, Quote quote) {
        return 2 * wording.quoted(content, List.of(quote)) > wording.letters(quote.span());
    }

    /** Of attributions within one another a quotation belongs to that which holds most of it and little else. */
    private Draft owner(Quote quote, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> holds(draft.content(), quote))
                .min(Comparator.comparingLong((Draft draft) -> -wording.quoted(draft.content(), List.of(quote)))
                        .thenComparingLong(draft -> wording.letters(draft.content())))
                .orElseThrow();
    }

    /** A quotation that the tagger gave to nobody goes where the rules bound it. */
    private void addLeft(Attribution rule, List<Draft> drafts) {
        Set<String> taken = new LinkedHashSet<>();
        drafts.forEach(draft -> draft.quotes().forEach(quote -> taken.add(quote.id())));
        List<Quote> left = quotes.stream()
                .filter(quote -> rule.quotes().contains(quote.id()) && !taken.contains(quote.id()))
                .toList();
        if (left.isEmpty() && !isLeftLabel(rule, drafts)) {
            return;
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (rule.cue().isPresent()
                    && draft.cue().filter(rule.cue().get()::overlaps).isPresent()) {
                List<Span> more = new ArrayList<>(draft.content().spans());
                left.forEach(quote -> more.add(quote.span()));
                drafts.set(i, draft(draft.source(), draft.cue(), more, draft.basis()));
                return;
            }
        }
        drafts.add(draft(rule.source(), rule.cue(), rule.content().spans(), rule.basis()));
    }

    /**
     * A quotation that neither tagger nor rules gave to anybody goes to the attribution in the sentence before it, to whom
     * that sentence is about, or to whoever spoke before the paragraph.
     */
    private void addUncued(Quote quote, List<Draft> drafts, Speakers speakers, boolean goesOn) {
        List<Span> words = List.of(quote.span());
        uncued.before(quote, speakers).ifPresent(before -> {
            OptionalInt with = lastIn(before, drafts);
            if (before instanceof Uncued.Before.Introduction introduction) {
                drafts.add(
                        draft(Optional.of(introduction.source()), Optional.of(introduction.cue()), words, WITHOUT_CUE));
            } else if (with.isPresent()) {
                Draft draft = drafts.get(with.getAsInt());
                List<Span> more = new ArrayList<>(draft.content().spans());
                more.addAll(words);
                drafts.set(with.getAsInt(), draft(draft.source(), draft.cue(), more, draft.basis()));
            } else if (before instanceof Uncued.Before.Sentence sentence
                    && sentence.acts().isPresent()) {
                drafts.add(draft(Optional.empty(), Optional.empty(), words, WITHOUT_CUE)
                        .by(sentence.acts().get()));
            } else if (goesOn && wording.isQuotation(quotes)) {
                drafts.add(draft(Optional.empty(), Optional.empty(), words, WITHOUT_CUE));
            }
        });
    }

    /** Of a group, of which much is told, nobody in particular goes on. */
    private static boolean isOne(Speaker speaker) {
        return speaker.type() != Speaker.Type.GROUP;
    }

    /** The last draft in the sentence before a quotation, of those in which the writer says who said it. */
    private OptionalInt lastIn(Uncued.Before before, List<Draft> drafts) {
        return before instanceof Uncued.Before.Sentence last
                ? IntStream.range(0, drafts.size())
                        .filter(i -> drafts.get(i).source().isPresent())
                        .filter(i -> last.sentence()
                                .sentence()
                                .span()
                                .overlaps(drafts.get(i).place()))
                        .filter(i -> quotes.stream()
                                .noneMatch(quote ->
                                        quote.span().contains(drafts.get(i).place())))
                        .reduce((first, second) -> second)
                : OptionalInt.empty();
    }

    /** Whom the paragraph leads up to at its end, for a quotation in the next. */
    Optional<Speaker> acts(List<Attribution> attributions, Speakers speakers) {
        return uncued.acts(attributions, speakers);
    }

    /** Whether the tagger passed over the name of who speaks in a transcript. */
    private static boolean isLeftLabel(Attribution rule, List<Draft> drafts) {
        return rule.basis() instanceof Basis.Rule basis
                && basis.id().equals(Paragraph.LABELLED)
                && drafts.stream()
                        .noneMatch(draft -> draft.cue()
                                .filter(cue -> rule.cue().filter(cue::overlaps).isPresent())
                                .isPresent());
    }
}
