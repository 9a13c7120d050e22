package org.onrecord.harvest.page;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** A page cut into blocks, with all that is asked about one block in view of the others. */
final class Layout {
    /** By how much a paragraph counts less for each element further out, in the score of a container. */
    private static final double FADING = 0.75;

    private static final double FADED = 0.2;
    private static final int LONGEST_TITLE_WORDS = 40;
    private static final int SHORTEST_ARTICLE = 300;

    private final List<Block> blocks;
    private final Selectors selectors;
    private final int places;
    private final Map<Place, Integer> articles = new LinkedHashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Map<Long, Region> paths = new HashMap<>();
    private final double[] proseBefore;
    private final int[] headingBefore;
    private final int[] titlesBefore;
    private final int[] linkedHeadingsBefore;
    private final Region best;
    private final Optional<Place> dominant;
    private final int firstProse;
    private final int lastProse;
    /** The words of the title, each with its number. */
    private final Map<String, Integer> title = new HashMap<>();

    private final double[] inTitle;
    private final int titleBlock;
    private final Trigrams linkedBody;
    private final double linkedLength;
    private final Trigrams description;
    private double prose;
    private int longArticles;

    Layout(Document page, Metas metas, LinkedData linked) {
        blocks = Blocks.of(page);
        selectors = new Selectors(page);
        places = blocks.stream().mapToInt(block -> block.place().number()).max().orElse(-1) + 1;
        proseBefore = new double[blocks.size()];
        sum();
        best = richest();
        dominant = richestOfDirect();
        Region main = dominantRegion();
        int first = -1;
        int last = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (main.holds(i) && blocks.get(i).prose() > 0) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        firstProse = first;
        lastProse = last;
        for (String word : Block.words(metas.first("og:title").orElse(page.title()))) {
            title.putIfAbsent(word, title.size());
        }
        inTitle = new double[blocks.size()];
        Arrays.fill(inTitle, Double.NaN);
        titleBlock = findTitle();
        headingBefore = new int[blocks.size()];
        titlesBefore = new int[blocks.size()];
        linkedHeadingsBefore = new int[blocks.size()];
        followHeadings();
        String body = linked.body();
        linkedBody = Trigrams.of(body);
        linkedLength = body.length();
        description = Trigrams.of(String.join(
                " ",
                metas.where(name -> name.equals("og:description") || name.equals("description"))
                        .toList()));
    }

    private void sum() {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            proseBefore[i] = prose;
            prose += block.prose();
            repeats.merge(block.text(), 1, Integer::sum);
            paths.computeIfAbsent(block.place().path(), key -> new Region()).add(i, block);
            for (Place place = block.place(); place != null; place = place.outer()) {
                place.region().add(i, block);
            }
        }
        for (Block block : blocks) {
            block.place().article().ifPresent(article -> {
                if (articles.putIfAbsent(article, articles.size()) == null) {
                    longArticles += article.region().prose() > SHORTEST_ARTICLE ? 1 : 0;
                }
            });
        }
    }

    /** The container with most prose near below it, in the way of Arc90's Readability. */
    private Region richest() {
        double[] scores = new double[places];
        Region best = new Region();
        double most = 0;
        for (Block block : blocks) {
            double weight = 1;
            for (Place place = block.place().outer(); place != null && weight > FADED; place = place.outer()) {
                scores[place.number()] += block.prose() * weight;
                if (scores[place.number()] > most) {
                    most = scores[place.number()];
                    best = place.region();
                }
                weight *= FADING;
            }
        }
        return best;
    }

    /** The element with most prose right below it. */
    private Optional<Place> richestOfDirect() {
        double[] direct = new double[places];
        Optional<Place> dominant = Optional.empty();
        double most = 0;
        for (Block block : blocks) {
            Place parent = block.place().outer();
            if (parent != null) {
                direct[parent.number()] += block.prose();
                if (direct[parent.number()] > most) {
                    most = direct[parent.number()];
                    dominant = Optional.of(parent);
                }
            }
        }
        return dominant;
    }

    /** The block that shows the title of the page; a heading of the first level where it has one, or -1. */
    private int findTitle() {
        int found = -1;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean first = block.headingLevel() == 1;
            boolean same = block.words().size() < LONGEST_TITLE_WORDS && inTitle(i) > 0.8 && ofTitle(i) > 0.6;
            if (first || same) {
                found = i;
                if (first && ofTitle(i) > 0.3) {
                    return found;
                }
            }
        }
        return found;
    }

    private void followHeadings() {
        int heading = -1;
        int titles = 0;
        int links = 0;
        for (int i = 0; i < blocks.size(); i++) {
            headingBefore[i] = heading;
            titlesBefore[i] = titles;
            linkedHeadingsBefore[i] = links;
            int level = blocks.get(i).headingLevel();
            if (level > 0) {
                heading = i;
                titles += i > titleBlock && level == 1 ? 1 : 0;
                links += i > titleBlock && blocks.get(i).links() > 0.8 ? 1 : 0;
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** A block as a paragraph of the article. */
    PageContents.Paragraph paragraph(Block block) {
        return new PageContents.Paragraph(
                block.tag(), block.text().replace('\n', ' '), Optional.of(selectors.of(block.place())));
    }

    Selectors selectors() {
        return selectors;
    }

    /** One more than the greatest number of a place. */
    int places() {
        return places;
    }

    Region best() {
        return best;
    }

    /** The element with most prose right below it; none on a page without any. */
    Optional<Place> dominantPlace() {
        return dominant;
    }

    Region dominantRegion() {
        return dominant.map(Place::region).orElse(best);
    }

    /** Whether a block is no prose and stands outside the elements with most of it. */
    boolean isAside(int index) {
        return blocks.get(index).prose() == 0
                && !best.holds(index)
                && !dominantRegion().holds(index);
    }

    /** The blocks with the same path. */
    Region path(int index) {
        return paths.getOrDefault(blocks.get(index).place().path(), best);
    }

    /** As a share of all prose; 0 on a page without any. */
    double share(double amount) {
        return prose == 0 ? 0 : amount / prose;
    }

    double prose() {
        return prose;
    }

    double proseBefore(int index) {
        return proseBefore[index];
    }

    int repeats(int index) {
        return repeats.getOrDefault(blocks.get(index).text(), 1);
    }

    /** Of the first and the last prose in the dominant element; -1 where there is none. */
    int firstProse() {
        return firstProse;
    }

    int lastProse() {
        return lastProse;
    }

    int titleBlock() {
        return titleBlock;
    }

    /** Share of the words of a block that are in the title. */
    double inTitle(int index) {
        if (Double.isNaN(inTitle[index])) {
            inTitle[index] = shareInTitle(index);
        }
        return inTitle[index];
    }

    private double shareInTitle(int index) {
        List<String> words = blocks.get(index).words();
        if (words.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String word : words) {
            common += title.containsKey(word) ? 1 : 0;
        }
        return (double) common / words.size();
    }

    /** Share of the words of the title that are in a block. */
    double ofTitle(int index) {
        if (title.isEmpty()) {
            return 0;
        }
        BitSet common = new BitSet(title.size());
        for (String word : blocks.get(index).words()) {
            Integer number = title.get(word);
            if (number != null) {
                common.set(number);
            }
        }
        return (double) common.cardinality() / title.size();
    }

    /** The last heading before a block, or -1. */
    int headingBefore(int index) {
        return headingBefore[index];
    }

    /** Headings of the first level between the title and a block. */
    int titlesBefore(int index) {
        return titlesBefore[index];
    }

    /** Headings between the title and a block that are links. */
    int linkedHeadingsBefore(int index) {
        return linkedHeadingsBefore[index];
    }

    /** Which of the page's article elements this is, from 0. */
    int order(Place article) {
        return articles.getOrDefault(article, 0);
    }

    int longArticles() {
        return longArticles;
    }

    Trigrams linkedBody() {
        return linkedBody;
    }

    /** Characters of the text in JSON-LD. */
    double linkedLength() {
        return linkedLength;
    }

    Trigrams description() {
        return description;
    }
}
