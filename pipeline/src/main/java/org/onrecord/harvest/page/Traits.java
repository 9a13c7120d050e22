package org.onrecord.harvest.page;

import static org.onrecord.harvest.page.Spot.or;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is measured of a block, in the order in which the model knows it. What features tell running text from the
 * rest is known since Kohlschütter and others (2010) and Peters and Lecocq (2013); the place relative to the title, the
 * kinship of neighbours and what JSON-LD says are added to theirs.
 */
final class Traits {
    private static final int NEAR = 2;
    private static final int OUTER = 4;

    static final List<Trait> ALL = Stream.of(
                    wording().stream(),
                    neighbours(),
                    place().stream(),
                    container().stream(),
                    outwards(),
                    elements(),
                    articles().stream(),
                    page().stream())
            .flatMap(traits -> traits)
            .toList();

    private Traits() {}

    static float[] of(Spot spot) {
        float[] values = new float[ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ALL.get(i).of().applyAsDouble(spot);
        }
        return values;
    }

    private static List<Trait> wording() {
        return List.of(
                new Trait("characters", spot -> Math.log1p(spot.block().text().length())),
                new Trait("words", spot -> Math.log1p(spot.block().words().size())),
                new Trait("links", spot -> spot.block().links()),
                new Trait("bold", spot -> spot.block().bold()),
                new Trait("closing", spot -> Spot.closing(spot.block())),
                new Trait("digits", spot -> spot.share(spot.wording().digits())),
                new Trait(
                        "capitals",
                        spot -> (double) spot.wording().capitals()
                                / Math.max(1, spot.wording().letters())),
                new Trait("letters", spot -> spot.share(spot.wording().letters())),
                new Trait("commas", spot -> 100 * spot.share(spot.wording().commas())),
                new Trait("stops", spot -> Math.log1p(spot.wording().stops())),
                new Trait("marks", spot -> Math.min(4, spot.wording().marks())),
                new Trait(
                        "word length",
                        spot -> (double) spot.wording().letters()
                                / Math.max(1, spot.block().words().size())),
                new Trait("lines", spot -> Math.min(10, spot.wording().lines())),
                new Trait("pieces", spot -> Math.min(10, spot.block().pieces())),
                new Trait("hidden", spot -> spot.block().hidden() ? 1 : 0));
    }

    private static Stream<Trait> neighbours() {
        List<Trait> traits = new ArrayList<>();
        for (int distance = -NEAR; distance <= NEAR; distance++) {
            if (distance != 0) {
                int to = distance;
                String at = " " + (to > 0 ? "+" : "") + to;
                traits.add(new Trait(
                        "characters" + at,
                        spot -> or(
                                spot.neighbour(to),
                                -1,
                                near -> Math.log1p(near.text().length()))));
                traits.add(new Trait("links" + at, spot -> or(spot.neighbour(to), -1, Block::links)));
                traits.add(new Trait("closing" + at, spot -> or(spot.neighbour(to), -1, Spot::closing)));
                traits.add(new Trait(
                        "prose" + at, spot -> or(spot.neighbour(to), -1, near -> near.prose() > 0 ? 1 : 0)));
                traits.add(new Trait("kinship" + at, spot -> or(spot.neighbour(to), -1, spot::kinship)));
            }
        }
        return traits.stream();
    }

    private static List<Trait> place() {
        return List.of(
                new Trait(
                        "place",
                        spot -> (double) spot.index() / spot.layout().blocks().size()),
                new Trait(
                        "from title",
                        spot -> or(
                                spot.title(),
                                -50,
                                title -> bounded(
                                        -40, spot.index() - spot.layout().titleBlock(), 80))),
                new Trait(
                        "prose before",
                        spot -> spot.layout().share(spot.layout().proseBefore(spot.index()))),
                new Trait(
                        "is title",
                        spot -> spot.layout().inTitle(spot.index()) == 0
                                ? 0
                                : spot.layout().inTitle(spot.index())
                                        * spot.layout().ofTitle(spot.index())),
                new Trait("words of title", spot -> spot.layout().inTitle(spot.index())),
                new Trait("repeats", spot -> Math.min(5, spot.layout().repeats(spot.index()))),
                new Trait(
                        "from first prose",
                        spot -> spot.layout().firstProse() < 0
                                ? -99
                                : bounded(-30, spot.index() - spot.layout().firstProse(), 60)),
                new Trait(
                        "from last prose",
                        spot -> spot.layout().firstProse() < 0
                                ? -99
                                : bounded(-60, spot.index() - spot.layout().lastProse(), 30)));
    }

    private static List<Trait> container() {
        return List.of(
                new Trait("in best", spot -> spot.layout().best().holds(spot.index()) ? 1 : 0),
                new Trait(
                        "best", spot -> spot.layout().share(spot.layout().best().prose())),
                new Trait("in dominant", spot -> dominant(spot).holds(spot.index()) ? 1 : 0),
                new Trait("out to dominant", spot -> spot.stepsTo(dominant(spot))),
                new Trait(
                        "down to dominant",
                        spot -> or(
                                spot.commonWith(dominant(spot)),
                                20,
                                common -> spot.layout()
                                                .dominantPlace()
                                                .map(Place::depth)
                                                .orElse(0)
                                        - common.depth())),
                new Trait("out to title", spot -> or(spot.title(), -1, spot::stepsTo)),
                new Trait(
                        "with title",
                        spot -> or(
                                spot.title().flatMap(spot::commonWith),
                                -1,
                                common -> spot.layout().share(common.region().prose()))),
                new Trait("depth", spot -> spot.place().depth()),
                new Trait("siblings", spot -> Math.log1p(spot.siblings())),
                new Trait(
                        "path prose",
                        spot -> spot.layout()
                                .share(spot.layout().path(spot.index()).prose())),
                new Trait(
                        "path characters",
                        spot -> Math.log1p(spot.layout().path(spot.index()).characters())));
    }

    private static Region dominant(Spot spot) {
        return spot.layout().dominantRegion();
    }

    private static Stream<Trait> outwards() {
        List<Trait> traits = new ArrayList<>();
        for (int steps = 0; steps < OUTER; steps++) {
            int out = steps;
            String at = " of " + out;
            traits.add(new Trait(
                    "prose" + at,
                    spot -> or(spot.outer(out), -1, outer -> spot.layout().share(outer.prose()))));
            traits.add(new Trait("links" + at, spot -> or(spot.outer(out), -1, Region::links)));
            traits.add(new Trait(
                    "characters" + at, spot -> or(spot.outer(out), -1, outer -> Math.log1p(outer.characters()))));
            traits.add(new Trait("blocks" + at, spot -> or(spot.outer(out), -1, outer -> Math.log1p(outer.blocks()))));
            traits.add(new Trait("density" + at, spot -> or(spot.outer(out), -1, Region::density)));
        }
        return traits.stream();
    }

    private static Stream<Trait> elements() {
        Stream<Trait> inside = Tags.ALL.stream().map(Traits::inside);
        Stream<Trait> own = Stream.of("p", "div", "li", "td", "blockquote", "figcaption")
                .map(tag -> new Trait("is " + tag, spot -> spot.block().tag().equals(tag) ? 1 : 0));
        return Stream.of(
                        inside,
                        own,
                        Stream.of(
                                new Trait("heading level", spot -> spot.block().headingLevel()),
                                new Trait("in articleBody", spot -> spot.place().inArticleBody() ? 1 : 0)))
                .flatMap(traits -> traits);
    }

    private static Trait inside(String tag) {
        long bit = Tags.bit(tag);
        return new Trait("in " + tag, spot -> spot.place().isInside(bit) ? 1 : 0);
    }

    /** Of several articles on one page, which one, and what heads it. */
    private static List<Trait> articles() {
        return List.of(
                new Trait(
                        "title in article",
                        spot -> spot.title().isEmpty()
                                ? -1
                                : or(
                                        spot.place().article(),
                                        -1,
                                        article -> article.region()
                                                        .holds(spot.title().get())
                                                ? 1
                                                : 0)),
                new Trait(
                        "article",
                        spot -> or(
                                spot.place().article(),
                                -1,
                                article -> Math.min(12, spot.layout().order(article)))),
                new Trait(
                        "prose of article",
                        spot -> or(
                                spot.place().article(),
                                -1,
                                article -> spot.layout().share(article.region().prose()))),
                new Trait("titles before", spot -> Math.min(5, spot.layout().titlesBefore(spot.index()))),
                new Trait(
                        "linked headings before",
                        spot -> Math.min(12, spot.layout().linkedHeadingsBefore(spot.index()))),
                new Trait(
                        "from heading",
                        spot -> or(
                                spot.heading(),
                                60,
                                heading -> Math.min(
                                        50, spot.index() - spot.layout().headingBefore(spot.index())))),
                new Trait("links of heading", spot -> or(spot.heading(), -1, Block::links)),
                new Trait("level of heading", spot -> or(spot.heading(), 0, Block::headingLevel)),
                new Trait(
                        "words of heading",
                        spot -> or(
                                spot.heading(),
                                -1,
                                heading -> Math.min(20, heading.words().size()))),
                new Trait(
                        "prose since heading",
                        spot -> or(
                                spot.heading(),
                                -1,
                                heading -> Math.log1p(spot.layout().proseBefore(spot.index())
                                        - spot.layout()
                                                .proseBefore(spot.layout().headingBefore(spot.index()))))));
    }

    private static List<Trait> page() {
        return List.of(
                new Trait("articles", spot -> Math.min(12, spot.layout().longArticles())),
                new Trait("blocks", spot -> Math.log1p(spot.layout().blocks().size())),
                new Trait("prose", spot -> Math.log1p(spot.layout().prose())),
                new Trait(
                        "in JSON-LD",
                        spot -> spot.layout().linkedBody().share(spot.block().words())),
                new Trait(
                        "in description",
                        spot -> spot.layout().description().share(spot.block().words())),
                new Trait(
                        "JSON-LD",
                        spot -> spot.layout().linkedLength() == 0
                                ? -1
                                : Math.min(10, spot.layout().share(spot.layout().linkedLength()))));
    }

    private static double bounded(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
