package org.onrecord.casualty;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;

/** What the clause of a figure says about cause, place, time and scope. */
final class Surrounds {
    private static final String[] OUTSIDE = {
        "acl:relcl", "punct", "cc", "conj", "parataxis", "dep", "advcl", "case", "appos"
    };
    private static final String[] NARROW = Stream.concat(
                    Stream.of(OUTSIDE), Stream.of("acl", "nmod", "obl", "nmod:tmod", "obl:tmod"))
            .toArray(String[]::new);
    private static final Set<String> EVENTS = Set.of(
            "strike",
            "airstrike",
            "attack",
            "blast",
            "explosion",
            "bombing",
            "bomb",
            "crash",
            "fire",
            "blaze",
            "flood",
            "flooding",
            "quake",
            "earthquake",
            "storm",
            "cyclone",
            "hurricane",
            "typhoon",
            "landslide",
            "mudslide",
            "avalanche",
            "collapse",
            "shooting",
            "stabbing",
            "raid",
            "clash",
            "fighting",
            "shelling",
            "ambush",
            "stampede",
            "crush",
            "outbreak",
            "epidemic",
            "disease",
            "accident",
            "derailment",
            "eruption",
            "tornado",
            "heatwave",
            "famine",
            "war",
            "battle",
            "violence",
            "protest",
            "riot",
            "drone",
            "missile",
            "rocket",
            "mine",
            "leak",
            "sinking",
            "capsize",
            "wildfire",
            "tsunami",
            "tremor",
            "offensive",
            "bombardment",
            "gunfire",
            "massacre",
            "operation",
            "incident",
            "disaster",
            "rampage",
            "siege",
            "drought",
            "power",
            "landslip",
            "gale",
            "fume",
            "heat",
            "collision",
            "wave",
            "tide",
            "truck",
            "lorry",
            "bus",
            "train",
            "shell",
            "snowstorm",
            "blizzard",
            "weather",
            "poisoning",
            "overdose",
            "gun",
            "knife",
            "cave-in",
            "pile-up");
    private static final Set<String> DEEDS =
            Set.of("murder", "massacre", "shooting", "stabbing", "lynching", "assassination", "bombing");

    /** What goes on for long, so that "has killed 12,000" counts up to now. */
    private static final Pattern LASTING = Pattern.compile(
            "(?i)\\b(?:wars?|conflict|outbreak|epidemic|pandemic|fighting|famine|insurgency|disease|virus|drought|violence|crackdown)\\b.*\\b(?:has|have) ");

    private static final Pattern SUPERLATIVE =
            Pattern.compile("(?i)\\b(?:deadliest|worst|bloodiest|biggest|heaviest|highest)\\b");

    /** Verbs of what went wrong. */
    private static final Set<String> MISHAPS = Set.of(
            "explode",
            "collapse",
            "crash",
            "fall",
            "overturn",
            "sink",
            "capsize",
            "derail",
            "burst",
            "collide",
            "hit",
            "strike",
            "plunge",
            "fail",
            "erupt",
            "topple",
            "flood",
            "burn",
            "shell",
            "bomb",
            "attack",
            "storm",
            "open",
            "lose",
            "blow",
            "give",
            "ram",
            "roll",
            "slide",
            "detonate",
            "tear",
            "sweep");

    /** What can be somewhere without being a name. */
    private static final Set<String> PLACES = Set.of(
            "road",
            "street",
            "camp",
            "market",
            "school",
            "village",
            "town",
            "city",
            "district",
            "province",
            "region",
            "area",
            "border",
            "crossing",
            "station",
            "square",
            "mosque",
            "church",
            "temple",
            "hospital",
            "prison",
            "jail",
            "custody",
            "airport",
            "port",
            "harbour",
            "harbor",
            "hotel",
            "building",
            "cinema",
            "theatre",
            "theater",
            "mall",
            "shop",
            "store",
            "bar",
            "club",
            "nightclub",
            "restaurant",
            "factory",
            "quarry",
            "river",
            "lake",
            "coast",
            "sea",
            "delta",
            "valley",
            "mountain",
            "ridge",
            "island",
            "strait",
            "bridge",
            "playground",
            "park",
            "beach",
            "home",
            "house",
            "apartment",
            "flat",
            "base",
            "checkpoint",
            "capital",
            "north",
            "south",
            "east",
            "west",
            "depot",
            "plant",
            "gym",
            "stadium",
            "dormitory",
            "highland",
            "desert",
            "gorge",
            "pit",
            "field",
            "farm",
            "neighborhood",
            "neighbourhood",
            "suburb",
            "motorway",
            "highway",
            "junction",
            "office",
            "university",
            "college",
            "centre",
            "center",
            "mill",
            "warehouse",
            "tunnel",
            "slope",
            "outskirts",
            "peninsula",
            "county",
            "state",
            "barracks",
            "compound",
            "clinic",
            "shelter",
            "settlement",
            "pier",
            "pool",
            "well",
            "mine");

    private static final Set<String> SAYS = Set.of(
            "say",
            "tell",
            "announce",
            "report",
            "confirm",
            "add",
            "write",
            "claim",
            "publish",
            "release",
            "speak",
            "statement",
            "warn",
            "admit",
            "deny",
            "put",
            "call");

    /** How many words behind the harm belong to it at most. */
    private static final int REACH = 16;

    private static final int CLIMB = 3;

    private static final String DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";

    private static final Pattern TIME = Pattern.compile("\\b(?:"
            + "(?:(?:late|early) )?(?:(?:on|last|this|since|by) )?" + DAY + "(?: (?:morning|afternoon|evening|night))?"
            + "|(?i:yesterday|today|tonight|overnight|(?:late )?last (?:night|week|month|year|weekend|summer|winter|spring|autumn)"
            + "|this (?:week|month|year|weekend|summer|winter|morning)|(?:over )?the weekend|(?:the )?past (?:\\w+ )?(?:days?|weeks?|months?|years?|hours))"
            + "|(?:(?:on|in|since|last|of|by) )?(?:\\d{1,2} )?" + MONTH + "(?: \\d{1,2}\\b)?(?:,? (?:19|20)\\d\\d)?"
            + "|(?i:in|since|of|the) (?:1[5-9]|20)\\d\\d"
            + "|(?i:\\w+ (?:years?|months?|weeks?|days?|hours?) (?:ago|earlier)))(?!\\w)");

    private static final Pattern YEARS_AGO = Pattern.compile(
            "(?i)\\byears? (?:ago|earlier|before)\\b|\\b(?:decades?|months?) (?:ago|earlier)\\b|\\bin (?:1[5-9]\\d\\d|20[01]\\d|202[0-3])\\b|\\bthe (?:1[5-9]\\d\\d|20[01]\\d)\\b|\\bsince (?:1[5-9]|20)\\d\\d, when\\b");
    private static final Pattern SO_FAR = Pattern.compile("(?i)\\bso far\\b|\\bto date\\b|\\bsince\\b");
    private static final Pattern PERIOD = Pattern.compile(
            "(?i)\\b(?:this|last|past|previous) (?:\\w+ )?(?:hours|days|weeks|months|week|month|year|weekend|summer|winter|season)\\b|\\bovernight\\b(?=.*toll)");

    private final Parse sentence;
    private final String text;

    Surrounds(Parse sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    String words(int head) {
        return sentence.span(sentence.phrase(head, OUTSIDE)).of(text).replaceAll("\\s+", " ");
    }

    /** "drone strike", without where and when it was. */
    private String event(int head) {
        return sentence.span(sentence.phrase(head, NARROW)).of(text).replaceAll("\\s+", " ");
    }

    /** People and bodies do, everything else causes. */
    boolean isEvent(int head) {
        return EVENTS.contains(sentence.token(head).lemma().toLowerCase(Locale.ROOT));
    }

    /** An event that the harm happened in, or what went wrong when it did. */
    Optional<String> cause(int anchor) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(this::isEvent)
                .filter(child -> preposition(child).matches("in|during|by|from|after|of|following|under|at"))
                .findFirst()
                .map(this::event)
                .or(() -> deed(anchor))
                .or(() -> mishap(anchor))
                .or(() -> eventAbove(anchor))
                .or(() -> eventBehind(anchor))
                .map(words -> words.replaceFirst("^(?i)(?:an?|the) ", ""));
    }

    /** "the murder of three", "mine blast toll": the noun of harm says it. */
    private Optional<String> deed(int anchor) {
        if (DEEDS.contains(sentence.token(anchor).lemma().toLowerCase(Locale.ROOT))) {
            return Optional.of(sentence.token(anchor).form());
        }
        return sentence.children(anchor, "compound").stream()
                .filter(this::isEvent)
                .findFirst()
                .map(event -> sentence.span(sentence.subtree(event)).of(text))
                .map(words -> anchor > 1
                                && sentence.hasRelation(anchor - 2, "compound")
                                && sentence.governor(anchor - 2).orElse(-1) == anchor
                        ? sentence.span(anchor - 2, anchor - 1).of(text)
                        : words);
    }

    /** "The raid left five dead", "the stampede, in which 54 pilgrims died": what does it, or what it happened in. */
    private Optional<String> eventAbove(int anchor) {
        int at = anchor;
        for (int climbed = 0; climbed < CLIMB; climbed++) {
            Optional<Integer> subject = sentence.children(at, "nsubj").stream()
                    .filter(this::isEvent)
                    .findFirst();
            if (subject.isPresent()) {
                return subject.map(this::words);
            }
            OptionalInt up = sentence.governor(at);
            if (up.isEmpty()) {
                return Optional.empty();
            }
            boolean within = sentence.hasRelation(at, "acl", "acl:relcl", "compound", "nmod", "dep", "obl");
            if (within && sentence.token(up.getAsInt()).isNoun() && isEvent(up.getAsInt())) {
                return Optional.of(words(up.getAsInt()));
            }
            at = up.getAsInt();
        }
        return Optional.empty();
    }

    /** "when the boiler exploded", "as 30ft oak falls" */
    private Optional<String> mishap(int anchor) {
        return sentence.children(anchor, "advcl").stream()
                .filter(verb -> MISHAPS.contains(sentence.token(verb).lemma()))
                .filter(verb -> sentence.children(verb, "mark", "advmod").stream()
                        .anyMatch(word -> sentence.token(word)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("when|after|as")))
                .findFirst()
                .flatMap(verb -> sentence.child(verb, "nsubj", "nsubj:pass").stream()
                        .mapToObj(subject ->
                                words(subject) + " " + sentence.token(verb).form())
                        .findFirst());
    }

    /** "killed on Monday in a drone strike": however the parser hung it, up to the next clause. */
    private Optional<String> eventBehind(int anchor) {
        return behind(
                        anchor,
                        and -> true,
                        word -> sentence.token(word).isNoun()
                                && isEvent(word)
                                && preposition(word).matches("in|during|by|from|after|of|following"))
                .map(this::event);
    }

    /** Where: said of the harm itself, else the nearest place that the clause names. */
    Optional<String> place(int anchor, List<Mention> mentions) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(child -> isPlace(child, mentions))
                .findFirst()
                .or(() -> behind(anchor, this::opensClause, word -> isPlace(word, mentions)))
                .map(this::words)
                .map(words -> words.replaceFirst(" (?:following|after|during|when) .*", ""));
    }

    private boolean isPlace(int word, List<Mention> mentions) {
        String noun = sentence.token(word).lemma().toLowerCase(Locale.ROOT);
        return sentence.token(word).isNoun()
                && preposition(word)
                        .matches("in|near|at|outside|on|off|across|inside|along|around|beside|over|through|into")
                && !(noun.equals("hospital") && preposition(word).matches("in|into"))
                && (isLocation(word, mentions) || PLACES.contains(noun) || isNameOfAPlace(word, mentions));
    }

    /** "off Keld Point", "on the A412": a name behind such a preposition that is nobody’s. */
    private boolean isNameOfAPlace(int word, List<Mention> mentions) {
        Span name = sentence.token(word).span();
        return sentence.token(word).isName()
                && preposition(word).matches("in|near|off|outside|across|on|at")
                && !TIME.matcher(name.of(text)).find()
                && mentions.stream()
                        .noneMatch(mention -> mention.type() == EntityType.PERSON
                                && mention.span().overlaps(name));
    }

    /**
     * The first word behind the anchor, in its clause, that fits.
     *
     * @param ends whether an "and" ends the clause
     */
    private Optional<Integer> behind(int anchor, IntPredicate ends, IntPredicate fits) {
        for (int word = anchor + 1; word < Math.min(sentence.size(), anchor + REACH); word++) {
            String form = sentence.token(word).form();
            if (form.matches("[;.:“”\"]|but|which|who|that") || (form.equals("and") && ends.test(word))) {
                return Optional.empty();
            }
            if (fits.test(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean opensClause(int and) {
        return sentence.governor(and).stream()
                .anyMatch(word -> sentence.token(word).isVerb());
    }

    private boolean isLocation(int word, List<Mention> mentions) {
        Span place = sentence.token(word).span();
        return mentions.stream()
                .anyMatch(mention ->
                        mention.type() == EntityType.LOCATION && mention.span().overlaps(place));
    }

    /** When: of all times that the sentence gives the one nearest to the harm, but for when somebody said so. */
    Optional<String> time(int word) {
        Span sentenceSpan = sentence.sentence().span();
        int at = sentence.token(word).span().start() - sentenceSpan.start();
        return TIME.matcher(sentenceSpan.of(text))
                .results()
                .filter(match -> !isOfSaying(match.start() + sentenceSpan.start(), match.end() + sentenceSpan.start()))
                .min(Comparator.comparingInt(match -> Math.abs(match.start() - at)))
                .map(match -> match.group().replaceAll("\\s+", " "));
    }

    /** "police said on Tuesday" */
    private boolean isOfSaying(int start, int end) {
        BitSet words = sentence.within(new Span(start, end));
        int first = words.nextSetBit(0);
        if (first < 0) {
            return false;
        }
        boolean behind = IntStream.rangeClosed(1, 3)
                .map(back -> first - back)
                .filter(word -> word >= 0)
                .anyMatch(word -> SAYS.contains(sentence.token(word).lemma()));
        return behind
                || words.stream()
                        .anyMatch(word -> sentence.governor(word).stream()
                                .anyMatch(up -> SAYS.contains(sentence.token(up).lemma())));
    }

    private String preposition(int word) {
        return sentence.children(word, "case").stream()
                .map(child -> sentence.token(child).lemma().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /**
     * What the figure counts.
     *
     * @param adds whether "another" would add to a figure of the same outcome: "another four were hurt" after two deaths does not
     */
    Scope scope(NumberPhrase number, Bound bound, boolean adds) {
        String around = sentence.sentence().span().of(text);
        String before =
                number.first() > 0 ? sentence.token(number.first() - 1).form().toLowerCase(Locale.ROOT) : "";
        String behind = number.last() + 1 < sentence.size()
                ? sentence.token(number.last() + 1).form().toLowerCase(Locale.ROOT)
                : "";
        if (YEARS_AGO.matcher(around).find()) {
            return Scope.HISTORICAL;
        }
        if (bound.rule().equals("casualty-toll")) {
            return before.equals("from") ? Scope.SUPERSEDED : Scope.CUMULATIVE;
        }
        boolean oneMore = adds && Numbers.isOneMore(number, sentence);
        boolean another = oneMore
                || behind.matches("more|further|additional")
                || (adds
                        && (before.equals("another")
                                || sentence.token(number.first()).form().equalsIgnoreCase("another")));
        if (another && !(number.quantity() instanceof Quantity.MoreThan)) {
            return Scope.INCREMENT;
        }
        int anchor = bound.anchor();
        boolean amongThem = anchor > 1
                && sentence.token(anchor - 1).form().equalsIgnoreCase("the")
                && sentence.token(anchor - 2).form().equalsIgnoreCase("among");
        if (amongThem) {
            return Scope.SUBSET;
        }
        if (LASTING.matcher(around).find() && !SUPERLATIVE.matcher(around).find()) {
            return Scope.CUMULATIVE;
        }
        if (SO_FAR.matcher(around).find()) {
            return Scope.CUMULATIVE;
        }
        return PERIOD.matcher(around).find() && !SUPERLATIVE.matcher(around).find() ? Scope.PERIOD : Scope.CURRENT;
    }
}
