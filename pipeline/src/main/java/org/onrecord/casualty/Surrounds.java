package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Set<String> EVENTS = Set.of(
            "strike",
            "airstrike",
            "attack",
            "blast",
            "explosion",
            "bombing",
            "bomb",
            "crash",
            "collision",
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
            "cave-in",
            "pile-up");
    private static final Pattern YEARS_AGO = Pattern.compile(
            "(?i)\\byears? (?:ago|earlier|before)\\b|\\b(?:decades?|months?) (?:ago|earlier)\\b|\\bin (?:1[5-9]\\d\\d|20[01]\\d|202[0-3])\\b|\\bthe (?:1[5-9]\\d\\d|20[01]\\d)\\b|\\bsince (?:1[5-9]|20)\\d\\d, when\\b");
    private static final Pattern SO_FAR =
            Pattern.compile("(?i)\\bso far\\b|\\bto date\\b|\\bsince\\b|\\bin (?:all|total)\\b|\\baltogether\\b");
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

    /** People and bodies do, everything else causes. */
    boolean isEvent(int head) {
        return EVENTS.contains(sentence.token(head).lemma().toLowerCase(Locale.ROOT));
    }

    Optional<String> cause(int anchor) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(this::isEvent)
                .filter(child -> preposition(child).matches("in|during|by|from|after|of"))
                .findFirst()
                .map(this::words)
                .map(words -> words.replaceFirst("^(?i)(?:an?|the) ", ""));
    }

    Optional<String> place(int anchor, List<Mention> mentions) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(child -> preposition(child).matches("in|near|at|outside|on|off|across"))
                .filter(child -> isLocation(child, mentions))
                .findFirst()
                .map(this::words);
    }

    private boolean isLocation(int word, List<Mention> mentions) {
        Span place = sentence.token(word).span();
        return mentions.stream()
                .anyMatch(mention ->
                        mention.type() == EntityType.LOCATION && mention.span().overlaps(place));
    }

    Optional<String> time(int anchor) {
        return sentence.children(anchor, "obl", "obl:tmod", "nmod:tmod", "nmod", "advmod").stream()
                .filter(
                        child -> sentence.token(child)
                                .lemma()
                                .toLowerCase(Locale.ROOT)
                                .matches(
                                        ".*day|today|yesterday|tonight|overnight|week|weekend|month|year|january|february|march|april|june|july|august|september|october|november|december"))
                .findFirst()
                .map(this::words);
    }

    private String preposition(int word) {
        return sentence.children(word, "case").stream()
                .map(child -> sentence.token(child).lemma().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    Scope scope(NumberPhrase number, Bound bound) {
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
        boolean another = before.equals("another")
                || behind.matches("more|others?|further|additional")
                || sentence.token(number.first()).form().equalsIgnoreCase("another");
        if (another && !(number.quantity() instanceof Quantity.MoreThan)) {
            return Scope.INCREMENT;
        }
        if (SO_FAR.matcher(around).find()) {
            return Scope.CUMULATIVE;
        }
        return PERIOD.matcher(around).find() ? Scope.PERIOD : Scope.CURRENT;
    }
}
