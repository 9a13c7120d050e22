package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/**
 * What a verb phrase right behind people says of them that no single word says: "are in critical condition", "did not
 * survive", "were remanded in custody", "escaped unhurt".
 */
final class Conditions {
    /** What became of them: a condition they are in, or where they are. */
    static final String CONDITION = "casualty-condition";

    /** That nothing happened to them: the figure is an explicit zero. */
    static final String UNHURT = "casualty-unhurt";

    /** Said by a negation that is none of the harm. */
    static final String NOT_SURVIVED = "casualty-not-survived";

    /** How many words behind the noun are looked at. */
    private static final int REACH = 22;

    /** How many words a clause between commas has at most. */
    private static final int LONGEST_CLAUSE = 12;

    /** How many words behind them can say that they are in hospital. */
    private static final int NEXT = 5;

    static final String BODY =
            "head|face|neck|throat|chest|torso|back|side|stomach|abdomen|groin|hip|buttocks|leg|thigh|knee|calf|foot|ankle|toe|arm|shoulder|elbow|wrist|hand|finger|eye|body";

    private static final String LEAD =
            "^(?:(?:of|aged) \\d+ |in (?:his|her|their) \\S+ |of (?:the|its|their|her|his) \\S+ |aboard |on board |inside )?"
                    + "(?:(?:,|was|were|is|are|be|been|being|had|has|have|later|also|then|still|now|remain|remains|remained|and|who"
                    + "|reportedly|all|both|each|found|discovered|located|listed|hospitali[sz]ed|\\d{1,2}) )*";

    private record Condition(Pattern words, Outcome outcome, String rule) {}

    private static final List<Condition> CONDITIONS = List.of(
            condition(
                    "(?:escaped?|survived?|emerged?|walked away|got out) (?:\\w+ )?(?:unhurt|unharmed|uninjured|unscathed|without injury)"
                            + "|(?:unhurt|unharmed|uninjured|unscathed)",
                    Outcome.INJURED,
                    UNHURT),
            condition(
                    "(?:did|do|does|have|has|had) (?:not|n['’]t) surviv(?:e|ed)|failed to survive"
                            + "|never (?:came|got|made it|returned)(?: back)? (?:home|alive|out)\\b",
                    Outcome.KILLED,
                    NOT_SURVIVED),
            condition(
                    "(?:(?:taken|rushed|airlifted|flown|admitted|carried|transferred|transported|driven|brought|conveyed|removed)\\b[^.;]*?"
                            + "|(?:shot|stabbed|struck|hit|beaten|suffer(?:ed|ing)|sustain(?:ed|ing)|found|with)\\b[^.;]*?)"
                            + "(?:where|and|but|before|, who) (?:(?:s?he|they|the \\w+|was|were|had|has|later|then|soon|also|subsequently|being|both) )*"
                            + "(?:(?:pronounced|declared|confirmed) (?:dead|deceased)|died|dying|succumbed)",
                    Outcome.KILLED,
                    CONDITION),
            condition(
                    "(?:in|into) (?:an? )?(?:critical|serious|stable|grave|life-threatening)(?: but stable)? condition"
                            + "|in (?:intensive care|(?:an? |the )?hospital)\\b"
                            + "|fighting for (?:(?:his|her|their) )?(?:life|lives)"
                            + "|(?:taken|rushed|sent|airlifted|flown|admitted|carried|transferred|transported|driven|brought|conveyed) (?:by \\S+ )?to (?:an? |the )?(?:\\S+ ){0,3}?(?:hospitals?|clinics?|infirmary|(?:medical|trauma) cent(?:er|re)|memorial|health(?! (?:care|dep|off))|emergency room|intensive care)\\b"
                            + "|overcome by|(?:hit|struck) by (?:\\S+ )?(?:fire|gunfire|bullets?|shrapnel|shells?|debris|an? (?:\\S+ )?(?:car|lorry|truck|train|bus|van|vehicle|tram))\\b"
                            + "|(?:hit|struck|shot|grazed|wounded|stabbed) (?:once |twice |\\w+ times )?in (?:the|his|her|their) (?:\\w+ )?(?:"
                            + BODY + ")\\b"
                            + "|(?:suffer(?:ed|ing)?|sustain(?:ed|ing)?|with|recover(?:ed|ing|s)? from|treated for|received) (?:from )?(?:an? |at least |his |her |their |multiple |several |apparent |\\w+ ){0,3}(?:gunshot|stab|bullet|knife|shotgun) wounds?\\b"
                            + "|(?:brought|carried|taken) in with (?:\\w+ )?(?:wounds|injuries|burns)"
                            + "|(?:suffered|sustained|received|suffering) (?:\\S+ ){0,2}?(?:injuries|wounds|burns)\\b"
                            + "|out of (?:\\w+ )?surgery\\b|on the (?:road to recovery|mend)\\b|(?:home|released) from (?:the |an? |area |local |nearby )?hospitals?\\b"
                            + "|(?:arrived|showed up|turned up|walked in(?:to)?|came in(?:to)?)\\b[^.;,]{0,60}? with (?:an? |multiple |several |apparent |\\w+ ){0,3}(?:gunshot|stab|bullet|knife) wounds?\\b"
                            + "|surviv(?:ed|es) (?:the |an? )?(?:\\w+ )?(?:shooting|stabbing|gunshots?)\\b"
                            + "|recover(?:ed|ing|s)? after (?:being |getting )?(?:shot|stabbed|struck|hit|wounded|grazed)\\b"
                            + "|recover(?:ed|ing|s)? after (?:an? |the )?(?:\\S+ ){0,3}?(?:shooting|stabbing|crash|attack|fire|explosion|blast)\\b"
                            + "|treated (?:at|in) (?:an? |the )?(?:\\S+ ){0,3}?hospitals?\\b"
                            + "|suffering (?:from )?(?:\\w+ )?(?:injuries|burns|wounds|inhalation)"
                            + "|los(?:t|e|ing) (?:limbs|legs|arms|fingers|an? (?:leg|arm|limb|eye|hand|foot)|(?:his|her|their) (?:sight|limbs|legs|hands))",
                    Outcome.INJURED,
                    CONDITION),
            condition(
                    "(?:hanged|hanging|drowned|frozen to death|burned to death|burnt to death|strangled|beheaded)\\b",
                    Outcome.KILLED,
                    CONDITION),
            condition(
                    "dragged (?:away|off|from|out of|into)\\b|bundled (?:into|in) (?:an? |the )?(?:\\w+ )?(?:car|van|truck|vehicle|lorry|boot)\\b",
                    Outcome.ABDUCTED,
                    CONDITION),
            condition(
                    "(?:ordered|told|asked|advised|instructed|warned) to (?:leave|evacuate|get out)\\b"
                            + "|(?:moved|brought|led|taken|got) (?:out of (?:the|their|its)|to safety\\b)",
                    Outcome.EVACUATED,
                    CONDITION),
            condition(
                    "(?:remanded|held|kept|placed|taken) (?:in|into) custody|held (?:over|on suspicion|in connection|for questioning)|(?:in custody|behind bars)",
                    Outcome.DETAINED,
                    CONDITION),
            condition(
                    "(?:turned|forced|driven|bombed|burned|washed) (?:out of|from) (?:their|its) homes?|(?:made|rendered) homeless|(?:lost|lose|fled|flee|left|leave|abandoned) (?:their )?homes\\b",
                    Outcome.DISPLACED,
                    CONDITION));

    /** Wounds of which nobody recovers, before any frame takes them for wounds. */
    private static final Condition FATAL = condition(
            "(?:suffer(?:ed|ing)?|sustain(?:ed|ing)?|with|received) (?:\\w+ ){0,3}fatal (?:\\w+ )?(?:injur(?:y|ies)|wounds?)",
            Outcome.KILLED,
            CONDITION);

    /** "forced 25,000 from their homes" */
    private static final Pattern FROM_HOMES = Pattern.compile("^(?:from|out of) (?:their|its) homes?\\b");

    private static final Pattern TO_HOSPITAL = Pattern.compile(
            "^(?:others? |more )?(?:and (?:\\w+ ){1,3}?)?(?:to|in) (?:(?:an?|the|area|local|nearby) )*hospitals?\\b");

    private static final Pattern IN_HOSPITAL = Pattern.compile(
            "^(?:others? |more )?(?:in (?:(?:an?|the|area|local|nearby) )*hospitals?\\b|in (?:\\w+ )?(?:but \\w+ )?condition\\b|hospitali[sz]ed\\b|with (?:\\S+ )?(?:injuries|wounds)\\b)");

    private final Parse sentence;

    Conditions(Parse sentence) {
        this.sentence = sentence;
    }

    static boolean isBodyPart(Token token) {
        return token.lemma().toLowerCase(Locale.ROOT).matches(BODY);
    }

    private static Condition condition(String words, Outcome outcome, String rule) {
        return new Condition(Pattern.compile(LEAD + "(?:" + words + ")"), outcome, rule);
    }

    /**
     * What is said of those whose noun, or number, is the word.
     *
     * @param number first word of their number
     */
    Optional<Bound> of(int word, int number) {
        String behind = behind(word);
        boolean driven = number > 0 && sentence.token(number - 1).lemma().matches("force|drive|turn|chase|push");
        if (driven && FROM_HOMES.matcher(behind).find()) {
            return Optional.of(new Bound(Outcome.DISPLACED, number - 1, CONDITION, 0.9));
        }
        boolean admitted = number > 0
                && sentence.token(number - 1).lemma().matches("admit|treat|receive")
                && sentence.tokens().subList(0, number).stream()
                        .anyMatch(token -> token.lemma()
                                .toLowerCase(Locale.ROOT)
                                .matches("hospital|clinic|doctor|medic|surgeon|ward"));
        if (admitted) {
            return Optional.of(new Bound(Outcome.INJURED, number - 1, CONDITION, 0.8));
        }
        return Stream.of(Stream.of(behind), joined(word), pastClause(word), pastParticiple(word))
                .flatMap(words -> words)
                .flatMap(words -> CONDITIONS.stream()
                        .filter(condition -> condition.words().matcher(words).find()))
                .findFirst()
                .map(condition -> new Bound(condition.outcome(), anchor(word), condition.rule(), 0.85));
    }

    /** "was about 17 and suffered a gunshot wound": further verbs of the same subject. */
    private Stream<String> joined(int word) {
        if (!sentence.hasRelation(word, "nsubj", "nsubj:pass")) {
            return Stream.of();
        }
        return sentence.governor(word).stream()
                .boxed()
                .flatMap(verb -> sentence.children(verb, "conj").stream())
                .filter(verb -> sentence.child(verb, "nsubj", "nsubj:pass").isEmpty())
                .map(verb -> words(
                        sentence.children(verb, "aux", "aux:pass", "cop", "case").stream()
                                .min(Integer::compare)
                                .filter(first -> first < verb)
                                .orElse(verb),
                        REACH));
    }

    /** "two men, who were inside, suffered gunshot wounds": what is said behind a clause between commas. */
    private Stream<String> pastClause(int word) {
        boolean clause = word + 2 < sentence.size()
                && sentence.token(word + 1).form().equals(",")
                && sentence.token(word + 2).form().matches("who|whose|whom");
        return clause ? afterNext(word, comma -> sentence.token(comma).form().equals(","), 1) : Stream.of();
    }

    /** "two men involved in the shooting remain in hospital": what is said behind the participle that limits them. */
    private Stream<String> pastParticiple(int word) {
        boolean limited = word + 2 < sentence.size()
                && sentence.token(word + 1).tag().equals("VBN")
                && sentence.token(word + 2).tag().equals("IN");
        return limited ? afterNext(word, verb -> sentence.token(verb).tag().matches("VB[DPZ]"), 0) : Stream.of();
    }

    /** The words from the next such word on, or from so many behind it. */
    private Stream<String> afterNext(int word, IntPredicate such, int skipped) {
        return IntStream.range(word + 3, Math.min(sentence.size(), word + LONGEST_CLAUSE))
                .filter(such)
                .limit(1)
                .mapToObj(at -> words(at + skipped, REACH));
    }

    /** "sustained multiple fatal wounds" */
    Optional<Bound> fatal(int word) {
        return FATAL.words().matcher(behind(word)).find()
                ? Optional.of(new Bound(FATAL.outcome(), anchor(word), FATAL.rule(), 0.85))
                : Optional.empty();
    }

    private String behind(int word) {
        return words(verbPhrase(word), REACH);
    }

    /** At most so many words from one on, in lower case. */
    private String words(int from, int most) {
        return sentence.tokens().subList(from, Math.min(sentence.size(), from + most)).stream()
                .map(token -> token.form().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Where the verb phrase begins: behind whatever else is said of them. */
    private int verbPhrase(int word) {
        int governor = sentence.governor(word).orElse(-1);
        boolean subject = sentence.hasRelation(word, "nsubj", "nsubj:pass") && governor > word;
        return subject
                ? sentence.children(governor, "aux", "aux:pass", "cop").stream()
                        .filter(aux -> aux > word)
                        .min(Integer::compare)
                        // "the infant hurt in the blast remains in hospital"
                        .orElse(sentence.child(word, "acl").isPresent() ? governor : word + 1)
                : word + 1;
    }

    /** "sent three others to the hospital", "sent four women and one man to the hospital" */
    Optional<Bound> sent(int number, int last) {
        int first = listStart(number);
        boolean sends = first > 0 && sentence.token(first - 1).lemma().matches("send|put|take|rush|land");
        return sends && TO_HOSPITAL.matcher(words(last + 1, NEXT + 3)).find()
                ? Optional.of(new Bound(Outcome.INJURED, number - 1, CONDITION, 0.85))
                : Optional.empty();
    }

    /** The first word of the list that a number goes on; 0 where what stands before "and" counts nobody. */
    private int listStart(int number) {
        int noun = number - 2;
        boolean goesOn = noun >= 0
                && sentence.token(number - 1).form().equals("and")
                && sentence.token(noun).isNoun();
        return goesOn
                ? sentence.children(noun, "nummod", "det").stream()
                        .min(Integer::compare)
                        .filter(before -> before < noun)
                        .map(this::listStart)
                        .orElse(0)
                : number;
    }

    /** "left one person dead and three others in hospital", "Four are dead and another in critical condition" */
    Optional<Bound> besides(int number, int last) {
        boolean left = sentence.tokens().subList(0, number).stream()
                .anyMatch(token -> token.lemma().matches("leave|send|put|land|dead|kill|die"));
        return left && IN_HOSPITAL.matcher(words(last + 1, NEXT)).find()
                ? Optional.of(new Bound(Outcome.INJURED, last, CONDITION, 0.85))
                : Optional.empty();
    }

    /** The verb that says it: where cause, place and time hang. */
    private int anchor(int word) {
        int governor = sentence.governor(word).orElse(word);
        return sentence.hasRelation(word, "nsubj", "nsubj:pass") ? governor : word;
    }
}
