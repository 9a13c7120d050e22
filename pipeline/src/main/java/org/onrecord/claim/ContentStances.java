package org.onrecord.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Parse;
import org.onrecord.document.Speaker;
import org.onrecord.pipeline.Lexicon;

/** What a source does by what it says, behind a neutral cue: "I am sorry", "the report was false", "we will appeal". */
final class ContentStances {
    private static final String CLAIM_NOUN =
            "(?:accusations?|allegations?|claims?|charges?|reports?|reporting|figures?|numbers?|suggestions?|stor(?:y|ies)|rumou?rs?|criticisms?|account|accounts|version|assertions?)";
    private static final String SAID =
            "(?:accusations?|allegations?|claims?|charges?|figures?|numbers?|criticisms?|accounts?|version|findings?|conclusions?|reports?|results?|description|picture|portrayal)";
    private static final String FALSE =
            "(?:false|untrue|baseless|groundless|unfounded|fabricated|invented|absurd|ridiculous|preposterous|nonsense|rubbish|fiction|fantasy|lies?|slander|libel|malicious|misleading|inaccurate|incorrect|exaggerated|overblown|not true|not correct|not the case|not so|without (?:foundation|merit|basis)|without substance|laughable|ludicrous|propaganda)";
    /** Of a report "wrong" and "outrageous" deny it, of a deed they blame it. */
    private static final String WRONG = "(?:wrong|outrageous)";

    private static final String ARE = " (?:was|were|is|are|'s|'re|be|been) ";
    private static final String VERY =
            "(?:[a-z]+ly |just |simply |a |an |all |pure |complete |utter |entirely |total |plain |“){0,3}";
    private static final Pattern DENIAL = Pattern.compile(
            " " + CLAIM_NOUN + "(?: [a-z']+){0,6}" + ARE + VERY + "(?:" + FALSE + "|" + WRONG + ")"
                    + " | (?:it|that|this|they|those|these)" + ARE + VERY + FALSE
                    + " | no truth (?:to|in) | (?:not|n't) (?:my|our|his|her|its|their|the) (?:\\w+ )?(?:fault|doing|work) | no evidence (?:of|for|to support) (?:that|this|it|any such) | (?:figures?|numbers?|estimates?|counts?|toll) (?:is|are|was|were) (?:far |much |still )?too (?:low|high) | nothing could be further from the truth | no (?:basis|foundation|substance) (?:for|to|in) | (?:done|did|doing) nothing (?:wrong|of the (?:kind|sort)) | no such (?!thing as )\\w+ | (?:not|n't|never) (?:recogni[sz]e|accept) (?:the|that|this|these|those|any|her|his|its|their) (?:[a-z']+ ){0,2}"
                    + SAID
                    + " | at no time | not guilty | is innocent | was innocent | am innocent | categorically (?:false|untrue|no|not|deny|denies|denied|reject|rejects|rejected|dispute|disputes|disputed) | (?:done|did) no wrong | not to blame | not responsible for | (?:i|we|he|she|it|they|that|this) (?:'s |'d |had |have |has |was |were |is |are )?(?:\\w+ )?nothing to do with | (?:play|plays|played|had|has|have) no (?:part|role|hand)(?: whatever| whatsoever| at all)? | no wrongdoing ");
    private static final Pattern APOLOGY = Pattern.compile(
            " sorry | apologi[sz]e | apologi[sz]ing | our (?:fault|mistake) | my (?:fault|mistake) | (?:his|her|its|their) (?:own )?(?:fault|mistake) | (?:i|we) (?:take|accept) (?:full |the )?(?:responsibility|blame) | (?:take|took|accept|accepted) (?:full |the )?(?:responsibility|blame) | (?:i|we) (?:was|were|got (?:it|this|that)) wrong | (?:i|we) (?:should|ought to) (?:not |never )?have (?:\\w+ly )?(?:\\w+ed|been|done|known|seen|gone|taken|told|made|given|kept|said|thought|left|let|caught|sent) | (?:i|we) (?:made|have made) (?:a |an |some |the )?(?:\\w+ )?(?:mistakes?|errors?) | made (?:a|some|serious|bad|terrible) (?:mistakes?|errors?) | (?:i|we) (?:failed|misread|misjudged|let (?:\\w+ ){1,3}down|regret|blew|messed|screwed|could have done better) | (?:i|we|he|she|they|it) fell short | it was me | got (?:\\w+ ){1,6}wrong | the buck stops with (?:me|us|him|her) | deeply regret(?:s|ted)? ");
    private static final Pattern EXPECTING = Pattern.compile("expect|forecast|predict|estimate|project");
    private static final Pattern COURSE = Pattern.compile(
            "rise|fall|grow|reach|slow|cost|exceed|shrink|total|increase|decrease|decline|drop|double|climb|peak|hit|lose|last");
    private static final Set<String> BEING = Set.of(
            "be",
            "know",
            "see",
            "believe",
            "think",
            "need",
            "want",
            "have",
            "depend",
            "miss",
            "like",
            "love",
            "remember",
            "understand",
            "feel",
            "hope",
            "die",
            "lose",
            "win",
            "tell",
            "admit",
            "guess",
            "remain",
            "become");

    private static final Pattern NEGLECT = Pattern.compile(
            " (?:had|have|has) (?:not|never|n't) been | (?:had|have|has) been (?:left to|beaten|coerced|forced|paid for|cheated|misled|lied|abandoned|ignored|neglected) | knew (?:of|about|for|that) | (?:is|are|was|were) to blame | was told of | were told of | nowhere near | had (?:\\w+ )?raised ");

    /** That one had told them so blames them. */
    private static final Pattern WARNED = Pattern.compile(
            " (?:had|have|has|'ve) (?:\\w+ )?(?:warned|complained|raised (?:the )?(?:alarm|concerns?|objections?)) ");

    /** What harm is put down to, a person or a thing. */
    private static final Pattern CAUSE = Pattern.compile(
            " (?:is|are|was|were|be|been) (?:also |partly |largely |solely |entirely |at least partly )?(?:to blame|at fault|the (?:likely |real |main |probable )?(?:cause|culprit)) ");

    /** Those who look into what others did. */
    private static final Pattern FINDERS = Pattern.compile(
            "\\b(?:audit(?:or|ors)?|inquiry|inquest|inspector(?:s|ate)?|investigat(?:or|ors|ion)|watchdog|ombudsman|regulator|tribunal|whistleblower)\\b");

    /** Who kills for a state or a cause can be blamed for it; whoever has no name is only told of. */
    private static final Pattern FORCES = Pattern.compile(
            "soldier|troop|force|army|military|militia|brigade|battalion|artillery|jet|warplane|gunship|navy|regime|police|guard|drone|gunner");

    /** What a prosecutor says the state does is no accusation. */
    private static final Pattern OWN_SIDE =
            Pattern.compile("state|crown|prosecution|government|court|judge|jury|people");

    /** That something was amiss with what was done. */
    private static final Pattern AMISS = Pattern.compile(
            " (?:not|n't|never|without|despite|although|though|twice|instead|too|illegally|wrongly|secretly|knowingly|repeatedly) ");

    private static final Pattern HARM = Pattern.compile(
            "burn|torch|raze|loot|kill|shoot|bomb|shell|bombard|massacre|execute|slaughter|torture|rape|fire|gas");

    /** Who says what somebody else will do is not always a forecaster: these speak for them. */
    private static final Pattern FOR_ANOTHER =
            Pattern.compile("\\b(?:aides?|advis[eo]rs?|spokes\\w+|agent|lawyers?|attorney|barrister|publicist)\\b");

    private static final Pattern LEADS = Pattern.compile(
            "\\b(?:chair(?:man|woman)?|chief|head|president|governor|gov|mayor|minister|director|superintendent|manager|owner|principal|bishop|captain)\\b");
    private static final Set<String> LED = Set.of(
            "inquiry",
            "state",
            "city",
            "town",
            "county",
            "government",
            "country",
            "club",
            "school",
            "company",
            "firm",
            "council",
            "commission",
            "museum",
            "party",
            "team",
            "union",
            "hospital",
            "university",
            "army",
            "church",
            "ministry",
            "department",
            "agency",
            "board");

    /** What takes a bare verb because it is wanted. */
    private static final Pattern WANTING = Pattern.compile(
            "insist|demand|ask|request|require|recommend|suggest|propose|urge|order|rule|decide|agree|stipulate|advise|want");

    /** Imperatives that only open what is said. */
    private static final Pattern DISCOURSE = Pattern.compile(
            "^ (?:and |but |so |well |now )?(?:look|come on|make no mistake|let's (?:say|face|go back|look|see)|let us (?:say|face)|mind you|believe me|trust me|guess|imagine|say|tell me|wait|suppose|take for|thank) ");

    /** Nouns for people and bodies. */
    private static final Lexicon PEOPLE = Lexicon.load("entity/nouns.txt");

    private final Lexicon adversaries;
    private final Lexicon blame;
    private final Lexicon wrongs;
    private final Lexicon accusers;
    private final Lexicon forecasters;

    private ContentStances(Lexicon adversaries, Lexicon blame, Lexicon wrongs, Lexicon accusers, Lexicon forecasters) {
        this.adversaries = adversaries;
        this.blame = blame;
        this.wrongs = wrongs;
        this.accusers = accusers;
        this.forecasters = forecasters;
    }

    static ContentStances load() {
        return new ContentStances(
                Lexicon.load("claim/adversaries.txt"),
                Lexicon.load("claim/blame.txt"),
                Lexicon.load("claim/wrongs.txt"),
                Lexicon.load("claim/accusers.txt"),
                Lexicon.load("claim/forecasters.txt"));
    }

    /** Whether what is found or believed blames somebody or something, whatever the cue. */
    boolean blames(Saying saying) {
        return !saying.clauses().isEmpty() && accuses(saying);
    }

    Optional<Stance> of(Saying saying) {
        if (saying.clauses().isEmpty()) {
            return Optional.empty();
        }
        if (saying.clauses().stream()
                        .anyMatch(clause -> DENIAL.matcher(clause.text()).find())
                || (saying.isDirect() && saysNo(saying.clauses().getFirst()))) {
            return Optional.of(Stance.DENY);
        }
        if (saying.clauses().stream().anyMatch(clause -> isApology(saying, clause))) {
            return Optional.of(Stance.ADMIT);
        }
        if (saying.clauses().stream().anyMatch(clause -> doubts(saying, clause))) {
            return Optional.of(Stance.DOUBT);
        }
        if (accuses(saying)) {
            return Optional.of(Stance.ACCUSE);
        }
        Clause main = saying.main().orElseThrow();
        if (isForecaster(saying) && foresees(saying, main)) {
            return Optional.of(Stance.ESTIMATE);
        }
        if (promises(saying, main)) {
            return Optional.of(Stance.PROMISE);
        }
        if (saying.clauses().stream().anyMatch(clause -> isImperative(saying, clause))
                || saying.clauses().stream().allMatch(clause -> demands(saying, clause))) {
            return Optional.of(Stance.DEMAND);
        }
        if (foresees(saying, main)) {
            return Optional.of(Stance.ESTIMATE);
        }
        return arranges(saying, main) ? Optional.of(Stance.PROMISE) : Optional.empty();
    }

    /** "No, sir. It was my birthday." */
    private static boolean saysNo(Clause clause) {
        int first = clause.words().stream()
                .filter(word -> clause.sentence().token(word).isWord())
                .findFirst()
                .orElse(clause.head());
        int next = first + 1;
        return clause.lemma(first).equals("no")
                && next < clause.sentence().size()
                && clause.sentence().token(next).form().matches("[,.;!]|—");
    }

    private static boolean isApology(Saying saying, Clause clause) {
        if (!APOLOGY.matcher(clause.text()).find() || clause.isNegated()) {
            return false;
        }
        OptionalInt subject = clause.subject();
        return subject.isEmpty()
                || saying.isSelf(clause, subject.getAsInt())
                || isOwnName(saying, clause, subject.getAsInt())
                || clause.lemma(subject.getAsInt()).matches("it|this|that|buck");
    }

    /** "It was unlikely that", "remains to be seen", "I wonder". */
    private static boolean doubts(Saying saying, Clause clause) {
        boolean own = saying.isOfSelf(clause);
        return (clause.lemma().matches("unlikely|doubtful|questionable|debatable")
                        && !clause.isNegated()
                        && !clause.sentence().hasRelation(clause.head(), "amod"))
                || clause.text().contains(" remains to be seen ")
                || clause.text().contains(" remained to be seen ")
                || (own && clause.lemma().matches("wonder|doubt|question"));
    }

    /** A prosecutor's assertion that somebody did it, or anybody's that somebody did wrong. */
    private boolean accuses(Saying saying) {
        String speaker = described(saying) + " "
                + saying.speaker().flatMap(Speaker::affiliation).orElse("").toLowerCase(Locale.ROOT);
        boolean accuser = isOne(speaker, accusers);
        boolean adversary = isOne(speaker, adversaries);
        return saying.clauses().stream().anyMatch(clause -> {
            OptionalInt subject = clause.subject();
            if (adversary
                    && !clause.hasAuxiliary("would", "will", "could", "may", "might")
                    && NEGLECT.matcher(clause.text()).find()
                    && !saying.isOfSelf(clause)) {
                return true;
            }
            boolean pronoun =
                    subject.isPresent() && clause.lemma(subject.getAsInt()).matches("he|she|they");
            if (adversary && WARNED.matcher(clause.text()).find()) {
                return true;
            }
            if (subject.isEmpty()
                    || (saying.isSelf(clause, subject.getAsInt()) && !(accuser && pronoun))
                    || isOwnName(saying, clause, subject.getAsInt())) {
                return false;
            }
            if (isHarm(saying, clause, subject.getAsInt())
                    || shouldHave(clause, subject.getAsInt())
                    || (!clause.isNegated() && CAUSE.matcher(clause.text()).find())) {
                return true;
            }
            if (clause.isQuestion()
                    || clause.isInfinitive()
                    || clause.hasAuxiliary(
                            "would", "will", "can", "could", "may", "might", "should", "must", "'ll", "to")) {
                return false;
            }
            if (FINDERS.matcher(speaker).find() && isMisdeed(clause, subject.getAsInt())) {
                return true;
            }
            if (adversary && (NEGLECT.matcher(clause.text()).find() || isCondemned(clause))) {
                return true;
            }
            boolean failed = clause.lemma().equals("fail")
                    && clause.sentence().token(subject.getAsInt()).isName()
                    && !clause.sentence().children(clause.head(), "xcomp").isEmpty();
            boolean wrong = failed
                    || wrongs.contains(clause.lemma())
                    || wrongs.contains(clause.lemma() + " " + complement(clause));
            OptionalInt agent = Targets.agent(clause);
            int doer = clause.isPassive() && agent.isPresent() ? agent.getAsInt() : subject.getAsInt();
            boolean person = clause.lemma(doer).matches("he|she|they")
                    || clause.sentence().token(doer).isName()
                    || (clause.isPassive() && PEOPLE.contains(clause.lemma(doer)));
            boolean done = !clause.isPassive() || agent.isPresent();
            boolean own = OWN_SIDE.matcher(clause.lemma(doer)).matches();
            return done
                    && !clause.isNegated()
                    && ((wrong && (person || !clause.isPassive()))
                            || (accuser && person && !own && clause.token().isVerb()));
        });
    }

    /** "The deal is a disgrace"; not "this is no joke" and "attacking him will not help". */
    private boolean isCondemned(Clause clause) {
        return !clause.isNegated()
                && clause.words().stream()
                        .filter(word -> !clause.sentence().token(word).isVerb())
                        .anyMatch(word -> blame.contains(clause.lemma(word)));
    }

    /** "Government soldiers had killed dozens of civilians", said by somebody who is not of them. */
    private static boolean isHarm(Saying saying, Clause clause, int subject) {
        Parse sentence = clause.sentence();
        boolean named = sentence.children(subject, "amod", "compound", "nmod:poss").stream()
                .anyMatch(child ->
                        Character.isUpperCase(sentence.token(child).form().charAt(0))
                                || clause.lemma(child).matches("government|army|state|rebel|police"));
        OptionalInt victims = sentence.child(clause.head(), "obj");
        boolean fighters = victims.isPresent()
                && clause.lemma(victims.getAsInt())
                        .matches(
                                "rebel|militant|terrorist|insurgent|gunman|fighter|suspect|attacker|drone|missile|rocket")
                && sentence.children(victims.getAsInt(), "nmod:poss").isEmpty();
        boolean ours = victims.isPresent()
                && sentence.children(victims.getAsInt(), "nmod:poss").stream()
                        .anyMatch(owner -> clause.lemma(owner).matches("our|my|we|I"));
        String own = described(saying);
        return HARM.matcher(clause.lemma()).matches()
                && !clause.isNegated()
                && !clause.isPassive()
                && FORCES.matcher(clause.lemma(subject)).matches()
                && (named || ours)
                && !fighters
                && !own.contains(clause.lemma(subject))
                && !own.matches(".*\\b(?:army|military|defen[cs]e|general staff|government)\\b.*");
    }

    /** "He should have gone weeks ago". */
    private static boolean shouldHave(Clause clause, int subject) {
        boolean somebody = clause.lemma(subject).matches("he|she|they|you")
                || clause.sentence().token(subject).isName()
                || PEOPLE.contains(clause.lemma(subject));
        return somebody
                && !clause.isPassive()
                && clause.hasAuxiliary("should", "ought")
                && clause.hasAuxiliary("have", "'ve");
    }

    /** "Inspectors had signed for a check": what somebody looked into and found that others had done. */
    private static boolean isMisdeed(Clause clause, int subject) {
        boolean others = clause.sentence().token(subject).tag().matches("NNP?S|NNP")
                || clause.sentence().children(subject, "det").stream()
                        .anyMatch(det -> clause.lemma(det).equals("the"));
        return others
                && AMISS.matcher(clause.text()).find()
                && !clause.isPassive()
                && !clause.isCopular()
                && !clause.isNegated()
                && clause.token().tag().equals("VBN")
                && clause.hasAuxiliary("had");
    }

    private static String complement(Clause clause) {
        return clause.sentence().children(clause.head(), "obj", "xcomp", "obl", "compound:prt").stream()
                .findFirst()
                .map(clause::lemma)
                .orElse("");
    }

    /** Name and role of the speaker, in lower case. */
    private static String described(Saying saying) {
        return saying.speaker()
                .map(speaker -> speaker.name() + " " + speaker.role().orElse(""))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a word or words of a name or role begin so: "resident" in "the residents", not in "president". */
    private static boolean isOne(String described, Lexicon kinds) {
        String words = " " + described.replaceAll("[^\\p{L}\\p{N}]+", " ");
        return kinds.entries().stream().anyMatch(kind -> words.contains(" " + kind));
    }

    private static boolean isOwnName(Saying saying, Clause clause, int subject) {
        String name = saying.speaker().map(Speaker::name).orElse("").toLowerCase(Locale.ROOT);
        String form = clause.sentence().token(subject).form().toLowerCase(Locale.ROOT);
        return form.length() > 2 && name.matches("(?s)(?:.*\\W)?" + Pattern.quote(form) + "(?:\\W.*)?");
    }

    /** "We will appeal", "said it would close the border". */
    private static boolean promises(Saying saying, Clause clause) {
        OptionalInt subject = clause.subject();
        OptionalInt intended = clause.intended();
        int verb = intended.orElse(clause.head());
        return subject.isPresent()
                && !saying.isShare()
                && isOwn(saying, clause, subject.getAsInt())
                && (clause.hasAuxiliary("will", "'ll", "shall", "wo", "’ll")
                        || (clause.hasAuxiliary("would") && !saying.isDirect())
                        || intended.isPresent())
                && clause.sentence()
                        .children(verb, "cop", "aux:pass", "nsubj:pass")
                        .isEmpty()
                && !BEING.contains(clause.lemma(verb))
                && clause.sentence().children(clause.head(), "advcl").stream()
                        .noneMatch(child -> clause.sentence().children(child, "mark").stream()
                                .anyMatch(mark -> clause.lemma(mark).equals("if")));
    }

    /** "Tickets would be refunded", said by a body or an office holder, who can see to it. */
    private static boolean arranges(Saying saying, Clause clause) {
        boolean begins = clause.lemma().matches("begin|start|open|reopen|resume|continue|receive|go|close|end")
                && clause.sentence().children(clause.head(), "xcomp").isEmpty();
        boolean able = saying.speaker()
                .filter(speaker -> speaker.type() == Speaker.Type.ORGANIZATION
                        || speaker.role().isPresent())
                .isPresent();
        return able
                && clause.hasAuxiliary("will", "would", "'ll")
                && !clause.hasAuxiliary("have")
                && (begins || (clause.isPassive() && !saying.isOfSelf(clause)));
    }

    /** The source, what belongs to it, or the body it speaks for: "her government", "the state" of a governor. */
    private static boolean isOwn(Saying saying, Clause clause, int subject) {
        return saying.isSelf(clause, subject)
                || (FOR_ANOTHER.matcher(described(saying)).find()
                        && clause.lemma(subject).matches("he|she"))
                || isLed(saying, clause, subject)
                || isOwnName(saying, clause, subject)
                || clause.sentence().children(subject, "nmod:poss").stream()
                        .anyMatch(owner -> saying.isSelf(clause, owner)
                                || clause.lemma(owner).matches("his|her|its|their|our|my"))
                || saying.speaker()
                        .flatMap(Speaker::affiliation)
                        .filter(body -> body.toLowerCase(Locale.ROOT).contains(clause.lemma(subject)))
                        .isPresent();
    }

    /** "The inquiry would publish its findings", says its chairman: the body that whoever leads one speaks of. */
    private static boolean isLed(Saying saying, Clause clause, int subject) {
        return LEADS.matcher(described(saying)).find()
                && saying.speaker().flatMap(Speaker::affiliation).isEmpty()
                && LED.contains(clause.lemma(subject))
                && clause.sentence().children(subject, "det").stream()
                        .anyMatch(det -> clause.lemma(det).equals("the"))
                && clause.sentence().children(subject, "amod", "compound").isEmpty();
    }

    /** "Trade the owner", "ministers must act". */
    private static boolean demands(Saying saying, Clause clause) {
        Parse sentence = clause.sentence();
        OptionalInt subject = clause.subject();
        boolean needed = clause.lemma().equals("need")
                && !clause.isPassive()
                && !sentence.children(clause.head(), "xcomp").isEmpty();
        boolean should = clause.hasAuxiliary("should", "ought") && !clause.hasAuxiliary("have");
        boolean obliging = subject.isPresent()
                && !saying.isSelf(clause, subject.getAsInt())
                && !clause.isCopular()
                && !clause.sentence().children(subject.getAsInt(), "det").stream()
                        .anyMatch(det -> clause.lemma(det).equals("no"))
                && ((clause.hasAuxiliary("must") && !clause.hasAuxiliary("have")) || should || needed);
        return obliging || isImperative(saying, clause) || isMandative(saying, clause);
    }

    /** "insisted the depot be kept open": the subjunctive (Huddleston &amp; Pullum 2002, 11.1). */
    private static boolean isMandative(Saying saying, Clause clause) {
        Parse sentence = clause.sentence();
        boolean bare = clause.token().tag().equals("VB")
                || sentence.children(clause.head(), "aux:pass", "cop").stream()
                        .anyMatch(child -> sentence.token(child).tag().equals("VB"));
        OptionalInt subject = clause.subject();
        boolean wanting = saying.cue()
                .filter(cue -> WANTING.matcher(Phrases.lemma(cue.sentence(), cue.head()))
                        .matches())
                .isPresent();
        return bare
                && !saying.isDirect()
                && subject.isPresent()
                && (!clause.token().tag().equals("VB") || (wanting && isSingular(clause, subject.getAsInt())))
                && sentence.children(clause.head(), "aux", "mark").stream()
                        .noneMatch(child -> sentence.token(child).tag().matches("MD|TO|VB[DPZ]"));
    }

    private static boolean isSingular(Clause clause, int word) {
        return clause.sentence().token(word).tag().matches("NNP?")
                || clause.lemma(word).matches("he|she|it");
    }

    private static boolean isImperative(Saying saying, Clause clause) {
        return clause.subject().isEmpty()
                && !DISCOURSE.matcher(clause.text()).find()
                && clause.token().tag().equals("VB")
                && clause.auxiliaries().stream().allMatch(form -> form.matches("do|don't|let"))
                && clause.sentence().children(clause.head(), "mark").isEmpty()
                && saying.isDirect();
    }

    /** "The water would begin to fall on Thursday", said the forecasters. */
    private boolean foresees(Saying saying, Clause clause) {
        OptionalInt subject = clause.subject();
        boolean future = clause.hasAuxiliary("will", "would", "'ll", "should") && !clause.hasAuxiliary("have");
        boolean others = !saying.isOfSelf(clause);
        boolean expected =
                EXPECTING.matcher(clause.lemma()).matches() && (clause.isPassive() || (subject.isPresent() && !others));
        boolean course = !clause.isNegated() && COURSE.matcher(clause.lemma()).matches();
        return expected || (future && others && (isForecaster(saying) || course || clause.hasNumber()));
    }

    private boolean isForecaster(Saying saying) {
        return isOne(described(saying), forecasters);
    }
}
