package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Speaker;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.quote.Quotes;

/** What the rules and the trained tagger find together. */
class AttributionsTest {
    private static final List<Stage<?>> STAGES = Stages.with(Stages.ENTITIES, Quotes.load(), Attributions.load());

    static Stream<Examples.Line> examples() {
        return Examples.read("attribution/tagged.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhoSaidWhat(Examples.Line example) {
        MarkedSentence.check(STAGES, example);
    }

    @Test
    void eachQuotationBelongsToOneAttribution() {
        Document document = Stages.run(STAGES, """
                “I think the bridge is safe and I hope it will open soon,” Mira Okafor said.
                “He said the dam was safe,” said Daniel Harrow.
                Lena Brandt said the mayor had called the plan “a gift to nobody”.""");
        List<String> owned = document.all(Kind.ATTRIBUTION).stream()
                .flatMap(attribution -> attribution.quotes().stream())
                .sorted()
                .toList();
        assertEquals(document.all(Kind.QUOTE).stream().map(Quote::id).sorted().toList(), owned);
    }

    @Test
    void aQuotationInTheHeadlineIsByWhoeverSaysItBelow() {
        Document document = Stages.run(STAGES, headed("""
                ‘The old bridge was never safe for lorries’: a town in fear
                “The old bridge was never safe for lorries, and they knew,” Mira Okafor said.
                “Nobody asked me,” Daniel Harrow said."""));
        Attribution repeated = document.all(Kind.ATTRIBUTION).getFirst();
        assertEquals(List.of("q1"), repeated.quotes());
        assertEquals(Optional.of("Mira Okafor"), repeated.speaker().map(Speaker::name));
        assertEquals(
                List.of("a1", "a2", "a3"),
                document.all(Kind.ATTRIBUTION).stream().map(Attribution::id).toList());
    }

    @Test
    void aQuotationInTheHeadlineThatNobodySaysBelowIsNobodys() {
        Document document = Stages.run(STAGES, headed("""
                ‘The old bridge was never safe for lorries’: a town in fear
                “Nobody asked me,” Daniel Harrow said."""));
        assertEquals(1, document.all(Kind.ATTRIBUTION).size());
    }

    private static Article headed(String text) {
        Article article = Stages.article(text);
        List<Zone> zones = new ArrayList<>(article.zones());
        zones.set(0, new Zone(zones.getFirst().span(), Zone.Kind.HEADLINE));
        return new Article(article.text(), zones, article.metadata(), article.language(), article.status());
    }
}
