package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.tagger.AttributionModel;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;
import org.onrecord.reference.Genders;
import org.onrecord.reference.Speakers;

/**
 * Finds attributions paragraph by paragraph and resolves their speakers: rules first, then the trained tagger that weighs
 * what they found, then the quotations that it left.
 */
public final class Attributions implements Stage<Attribution> {
    private final RuledAttributions rules;
    private final Tagger tagger;
    private final Genders genders;
    private final LeadIns leadIns = LeadIns.load();

    private Attributions(Genders genders, AttributionModel model) {
        this.rules = new RuledAttributions(genders);
        this.tagger = new Tagger(model);
        this.genders = genders;
    }

    /** With the model that comes with the program. */
    public static Attributions load() {
        return with(AttributionModel.load());
    }

    public static Attributions with(AttributionModel model) {
        return new Attributions(Genders.load(), model);
    }

    @Override
    public Kind<Attribution> writes() {
        return Kind.ATTRIBUTION;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Prose.READS;
    }

    @Override
    public List<Attribution> annotate(View view) {
        Prose prose = Prose.of(view);
        List<Attribution> ruled = rules.of(prose, Speakers.of(view, prose.sentences(), genders));
        Speakers speakers = Speakers.of(view, prose.sentences(), genders);
        List<Attribution> found = new ArrayList<>();
        Conversation conversation = Conversation.start(view.text());
        for (Span paragraph : prose.paragraphs()) {
            Passage passage = prose.passage(paragraph, ruled);
            TaggedParagraph tagged = new TaggedParagraph(view.text(), passage, prose.speech(), ruled, leadIns);
            List<Attribution> here =
                    tagged.attributions(tagger.tag(passage), speakers, conversation.next(), found.size());
            found.addAll(here);
            conversation = conversation.then(here, tagged.acts(here, speakers));
        }
        return withRepeated(found, view.article(), prose.speech());
    }

    private static List<Attribution> withRepeated(List<Attribution> found, Article article, List<Quote> speech) {
        List<Attribution> all = new ArrayList<>(found);
        Repeated repeated = new Repeated(article.text(), found);
        speech.stream()
                .filter(quote -> isInHeadline(quote, article))
                .filter(quote -> found.stream()
                        .noneMatch(attribution -> attribution.quotes().contains(quote.id())))
                .forEach(quote -> repeated.of(quote).ifPresent(all::add));
        all.sort(Comparator.comparingInt(attribution -> attribution.content().start()));
        List<Attribution> numbered = new ArrayList<>();
        all.forEach(attribution -> numbered.add(attribution.withId("a" + (numbered.size() + 1))));
        return numbered;
    }

    private static boolean isInHeadline(Quote quote, Article article) {
        return article.zones().stream()
                .anyMatch(
                        zone -> zone.kind() == Zone.Kind.HEADLINE && zone.span().contains(quote.span()));
    }
}
