package org.onrecord.harvest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Zone;

/** What a line of a page is by its own words, wherever it stands: furniture, a credit, a byline, a caption. */
final class LineKind {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:de|van|der|von|al|bin|la|el|\\p{Lu}[\\p{L}.'’-]*))*";

    private static final Pattern FURNITURE = Pattern.compile(
            "^(?:advert(?:isement|isment)?s?|sponsored(?: content)?|read (?:more|also|next)\\b.*|more (?:on this story|from .*|like this)"
                    + "|more:.*|related(?: (?:stories|articles|topics|content|links?|coverage))?:?.*|see also:?.*|recommended:?.*"
                    + "|share(?: (?:this|on)\\b.*)?|follow (?:us|him|her|them|@)\\b.*"
                    + "|(?:follow .{1,60}|(?:like|find) us) on (?:twitter|facebook|instagram|bluesky|threads|mastodon)\\b.{0,60}"
                    + "|(?:email|contact) .{1,60} at \\S+@\\S+.{0,60}|sign up\\b.*|subscribe\\b.*|.*\\bnewsletters?\\b.*"
                    + "|(?:we|this site|this website) uses? cookies.*|accept (?:all )?cookies.*|cookie (?:policy|settings).*|click here\\b.*"
                    + "|(?:watch|listen|video|play|live|gallery|in pictures|photos?)(?:$|:.*| now$)|skip to\\b.*|(?:view )?\\d+ comments?|comments?"
                    + "|leave a comment.*|print(?: this)?|email(?: this.*)?|copy link|facebook|twitter|whatsapp|linkedin|most (?:read|popular|viewed)\\b.*"
                    + "|top stories|trending.*|back to top|©.*|copyright\\b.*|all rights reserved.*|terms of use.*|privacy policy.*"
                    + "|(?:first )?(?:published|posted|updated|last updated|last modified)\\b.{0,60}|\\d+ min(?:ute)?s? read|estimated reading.*"
                    + "|\\d{1,2}:\\d{2}(?::\\d{2})?\\s*[-–—]\\s*source:.*|this (?:article|story) (?:was|is|has been) .{0,80}|tags?:.*|topics?:.*|filed under.*"
                    + "|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? \\d{1,2} \\p{L}+ \\d{4}.{0,30}"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.? \\d{1,2},? \\d{4}.{0,30}|\\d{1,2} \\p{L}+ \\d{4},? ?(?:\\d{1,2}[:.]\\d{2}.{0,12})?"
                    + "|[*_=#~.\\-–—•·|]{2,}|(?:-|–|—) ?ends ?(?:-|–|—))$",
            FLAGS);
    private static final Pattern CREDIT = Pattern.compile(
            "photo credit|\\bAFP PHOTO\\b|getty images|\\bAP photo\\b|\\(photo\\b|file photo|"
                    + "(?:^|[.(|/]) ?(?:pictures?|photographs?|credit|image(?: source| credit)?):|\\bphoto(?: by)?:? ?/|\\bphoto by\\b|^photo:|^caption:|/(?:afp|reuters|epa|ap|shutterstock)\\b|\\bhandout\\b.{0,40}$|^(?:above|below|left|right|pictured):",
            FLAGS);
    private static final List<String> WORDS_OF_CREDIT = List.of("photo", "picture", "getty images", "handout");
    /** Each has a colon or a stroke. */
    private static final List<String> MARKS_OF_CREDIT = List.of(
            "credit:",
            "image:",
            "image source:",
            "caption:",
            "above:",
            "below:",
            "left:",
            "right:",
            "/afp",
            "/reuters",
            "/ap",
            "/epa",
            "/shutterstock");

    private static final Pattern BYLINE = Pattern.compile(
            "^(?:(?:(?:words|story|text|interview|exclusive|review|analysis|comment|opinion|report) )?by|from) " + NAME
                    + "(?:(?:,| and| &| in| for|,? ) ?[\\p{L}.'’ -]+)*$");
    private static final Pattern WRITER = Pattern.compile("^(?:(?:Comment|Opinion|Analysis|Review|Interview) ?[·|:–—] ?"
            + NAME
            + "|"
            + NAME
            + ", (?:\\p{L}+ ){0,3}(?:editor|correspondent|reporter|columnist))$");
    private static final Pattern BY_CAPITALS = Pattern.compile("^BY [\\p{Lu} .,'’&-]{3,60}$");
    private static final Pattern CONTRIBUTORS = Pattern.compile(".*\\bcontributed (?:to|reporting)\\b.{0,60}", FLAGS);
    private static final Pattern REPORTERS = Pattern.compile(
            "^\\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|written) by\\b.*|^reporting from\\b.*",
            FLAGS);
    private static final Pattern SCENE = Pattern.compile(
            "^(?:\\S+ ){1,7}?(?:moves?|walks?|stands?|carr(?:y|ies)|looks?|gathers?|holds?|sits?|inspects?|search(?:es)?|waits?|rides?|pass(?:es)?|attends?"
                    + "|march(?:es)?|lines?|clears?|prays?|plays?|works?|waves?|reacts?|arrives?|leaves?|watch(?:es)?|fights?|runs?|rests?|salutes?|speaks?|address(?:es)?"
                    + "|lies?|lays?|rises?|smokes?|burns?|queues?|mourns?|hugs?|embraces?|drives?|fl(?:y|ies)|sweeps?|digs?|surveys?|tends?|cheers?|protests?|shows?|greets?|wades?|pushes|push|pulls?|sorts?|climbs?|crosses|cross)\\b.*");
    private static final Pattern DATED = Pattern.compile(
            ".*\\b(?:on|in) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\\.?))(?:,? ?\\d{1,2})?(?:,? \\d{4})?\\.?$",
            FLAGS);
    private static final Pattern SPEECH = Pattern.compile(
            "\\b(?:said|says|told|added|according|announced|reported|warned|asked|killed|died)\\b|[“”\"]", FLAGS);
    private static final int LONGEST_LABEL = 160;
    private static final int LONGEST_BYLINE = 90;
    private static final int LONGEST_CAPTION_WORDS = 30;

    private LineKind() {}

    /** The kind; empty for what may be a headline or body. */
    static Optional<Zone.Kind> of(String line) {
        if (line.length() <= LONGEST_LABEL && FURNITURE.matcher(line).matches()) {
            return Optional.of(Zone.Kind.FURNITURE);
        }
        if (line.length() <= 2 * LONGEST_LABEL && isContribution(line)) {
            return Optional.of(Zone.Kind.BYLINE);
        }
        if (line.length() <= LONGEST_BYLINE
                && (isByline(line)
                        || WRITER.matcher(line).matches()
                        || BY_CAPITALS.matcher(line).matches())) {
            return Optional.of(Zone.Kind.BYLINE);
        }
        if ((mayCredit(line) && CREDIT.matcher(line).find()) || isScene(line)) {
            return Optional.of(Zone.Kind.CAPTION);
        }
        return Optional.empty();
    }

    private static boolean isContribution(String line) {
        boolean contributed = line.toLowerCase(Locale.ROOT).contains("contributed")
                && CONTRIBUTORS.matcher(line).matches();
        return contributed || REPORTERS.matcher(line).matches();
    }

    /** Whether it has any of what every credit has; few paragraphs do, and the pattern is slow on long ones. */
    private static boolean mayCredit(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean marked = line.indexOf(':') >= 0 || line.indexOf('/') >= 0;
        return WORDS_OF_CREDIT.stream().anyMatch(lower::contains)
                || (marked && MARKS_OF_CREDIT.stream().anyMatch(lower::contains));
    }

    private static boolean isByline(String line) {
        return BYLINE.matcher(decapitalised(line)).matches() && !line.endsWith(".");
    }

    /** "By Ada Brenn" and "by Ada Brenn" alike. */
    private static String decapitalised(String line) {
        return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }

    /** One dated sentence in the present tense about people doing something: what stands under a picture. */
    private static boolean isScene(String line) {
        return words(line, LONGEST_CAPTION_WORDS + 1) <= LONGEST_CAPTION_WORDS
                && DATED.matcher(line).matches()
                && SCENE.matcher(line).matches()
                && !SPEECH.matcher(line).find();
    }

    static int words(String line) {
        return words(line, Integer.MAX_VALUE);
    }

    /** Counted up to a number. */
    private static int words(String line, int most) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < line.length() && words < most; i++) {
            boolean space = Character.isWhitespace(line.charAt(i));
            words += inside || space ? 0 : 1;
            inside = !space;
        }
        return words;
    }
}
