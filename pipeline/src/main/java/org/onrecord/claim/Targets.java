package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Parse;

/** Whom a claim is aimed at: who is accused, whose words are denied, who is to act. */
final class Targets {
    /** Nouns for what somebody says: in "rejected the union's figures" the union is denied. */
    private static final Set<String> SAYINGS = Set.of(
            "claim",
            "accusation",
            "allegation",
            "charge",
            "report",
            "figure",
            "number",
            "criticism",
            "account",
            "version",
            "suggestion",
            "assertion",
            "statement",
            "story",
            "estimate",
            "demand",
            "request",
            "call",
            "proposal",
            "offer",
            "argument",
            "comment",
            "remark",
            "finding",
            "conclusion",
            "warning",
            "complaint",
            "idea",
            "plan",
            "view",
            "count",
            "toll",
            "theory",
            "evidence",
            "testimony",
            "description",
            "appeal",
            "plea",
            "verdict",
            "ruling",
            "motion",
            "objection",
            "concern",
            "attack",
            "insinuation",
            "assessment");

    /** Cue verbs whose object is who is blamed. */
    private static final Set<String> TAKES_THE_ACCUSED = Set.of(
            "accuse",
            "blame",
            "criticise",
            "criticize",
            "condemn",
            "denounce",
            "attack",
            "slam",
            "blast",
            "fault",
            "chide",
            "rebuke",
            "berate",
            "castigate",
            "scold",
            "mock",
            "ridicule",
            "deride",
            "assail",
            "savage",
            "lambast",
            "lambaste",
            "charge",
            "indict",
            "implicate",
            "censure",
            "reprimand",
            "admonish",
            "upbraid",
            "slate",
            "pan",
            "decry",
            "deplore",
            "call",
            "describe",
            "brand",
            "label",
            "sue",
            "cite",
            "hold",
            "protest",
            "lament",
            "bemoan",
            "rap",
            "bash",
            "roast",
            "trash");

    /** Cue verbs whose object is who is to act. */
    private static final Set<String> TAKES_THE_ADDRESSEE = Set.of(
            "urge",
            "tell",
            "order",
            "ask",
            "beg",
            "implore",
            "advise",
            "instruct",
            "warn",
            "remind",
            "invite",
            "direct",
            "command",
            "exhort",
            "encourage",
            "press",
            "petition",
            "lobby",
            "summon");

    private final Referents referents;

    Targets(Referents referents) {
        this.referents = referents;
    }

    Optional<Target> of(Saying saying, Stance stance) {
        return switch (stance) {
            case ACCUSE -> accused(saying);
            case DENY, DOUBT -> denied(saying);
            case DEMAND -> addressed(saying);
            default -> Optional.empty();
        };
    }

    /** "accused X of", "blamed Y on X", "blamed X for Y", "X lied". */
    private Optional<Target> accused(Saying saying) {
        Optional<Target> byCue = saying.cue().flatMap(cue -> {
            Parse sentence = cue.sentence();
            String lemma = Phrases.lemma(sentence, cue.head());
            OptionalInt on = oblique(sentence, cue.head(), "on", "upon");
            if (lemma.matches("blame|pin|put|lay") && on.isPresent()) {
                return referents.of(sentence, on.getAsInt(), saying);
            }
            OptionalInt at = oblique(sentence, cue.head(), "at", "against", "into");
            if (at.isPresent() && !lemma.matches("accuse|blame|criticise|criticize")) {
                return referents.of(sentence, at.getAsInt(), saying);
            }
            OptionalInt object = sentence.child(cue.head(), "obj", "iobj", "nsubj:pass");
            if (lemma.equals("come")) {
                OptionalInt subject = sentence.child(cue.head(), "nsubj");
                return subject.isPresent() ? referents.of(sentence, subject.getAsInt(), saying) : Optional.empty();
            }
            boolean personal = TAKES_THE_ACCUSED.contains(lemma);
            return personal && object.isPresent() ? blamed(sentence, object.getAsInt(), saying) : Optional.empty();
        });
        return byCue.isPresent() ? byCue : doer(saying);
    }

    /** In "condemned the minister's silence" and "cuts by the council" the one behind the deed is blamed. */
    private Optional<Target> blamed(Parse sentence, int object, Saying saying) {
        OptionalInt owner = sentence.child(object, "nmod:poss");
        if (owner.isPresent()) {
            Optional<Target> found = referents.of(sentence, owner.getAsInt(), saying);
            if (found.isPresent()) {
                return found;
            }
        }
        OptionalInt by = oblique(sentence, object, "by");
        return referents.of(sentence, by.orElse(object), saying);
    }

    private Optional<Target> doer(Saying saying) {
        return saying.clauses().stream()
                .flatMap(clause -> {
                    OptionalInt subject = clause.subject();
                    if (clause.isPassive()) {
                        OptionalInt agent = agent(clause);
                        return agent.isPresent()
                                ? referents.of(clause.sentence(), agent.getAsInt(), saying).stream()
                                : Stream.<Target>empty();
                    }
                    return subject.isPresent() && !saying.isSelf(clause, subject.getAsInt())
                            ? referents.of(clause.sentence(), subject.getAsInt(), saying).stream()
                            : Stream.<Target>empty();
                })
                .findFirst();
    }

    /** Whose words they are, where the denial itself says so. */
    private Optional<Target> denied(Saying saying) {
        return saying.main().flatMap(clause -> {
            Parse sentence = clause.sentence();
            Stream<Integer> nouns = Stream.concat(
                    Stream.of(clause.head()), clause.words().stream().boxed());
            return nouns.filter(word -> SAYINGS.contains(clause.lemma(word)))
                    .flatMap(word -> Stream.of(sentence.child(word, "nmod:poss"), oblique(sentence, word, "by", "from"))
                            .filter(OptionalInt::isPresent)
                            .map(OptionalInt::getAsInt))
                    .flatMap(word -> referents.of(sentence, word, saying).stream())
                    .filter(target -> !target.entity().equals(saying.entity())
                            || target.entity().isEmpty())
                    .findFirst();
        });
    }

    /** "urged boats to stay", "called on X to", "appealed to X", "demanded that X". */
    private Optional<Target> addressed(Saying saying) {
        Frame frame = Frame.of(saying);
        Optional<Target> byCue = saying.cue().flatMap(cue -> {
            Parse sentence = cue.sentence();
            OptionalInt on = oblique(sentence, cue.head(), "on", "upon", "to", "with");
            OptionalInt object =
                    frame == Frame.NP_TO || TAKES_THE_ADDRESSEE.contains(Phrases.lemma(sentence, cue.head()))
                            ? sentence.child(cue.head(), "obj", "iobj")
                            : OptionalInt.empty();
            return Stream.of(object, on)
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .filter(word -> isActor(sentence, word)
                            || (frame == Frame.NP_TO && sentence.token(word).isNoun()))
                    .filter(word -> !isPassive(saying))
                    .flatMap(word -> referents.of(sentence, word, saying).stream())
                    .findFirst();
        });
        if (byCue.isPresent()) {
            return byCue;
        }
        return saying.main()
                .filter(clause -> clause.sentence().token(clause.head()).isVerb())
                .flatMap(clause -> Stream.of(clause.subject(), purposeSubject(clause))
                        .filter(OptionalInt::isPresent)
                        .map(OptionalInt::getAsInt)
                        .filter(word -> !saying.isSelf(clause, word))
                        .filter(word -> isActor(clause.sentence(), word))
                        .flatMap(word -> referents.of(clause.sentence(), word, saying).stream())
                        .findFirst())
                .filter(target -> frame == Frame.CLAUSE || frame == Frame.QUOTE || frame == Frame.NP_TO);
    }

    /** "ordered all cranes to be checked": somebody else is to act. */
    private static boolean isPassive(Saying saying) {
        return saying.main().filter(clause -> clause.text().contains(" to be ")).isPresent();
    }

    /** By whom it was done, in a passive. */
    static OptionalInt agent(Clause clause) {
        return oblique(clause.sentence(), clause.head(), "by");
    }

    private static OptionalInt purposeSubject(Clause clause) {
        return clause.sentence().child(clause.head(), "nsubj", "nsubj:pass");
    }

    /** Whoever can act: not "payment", not "a recall". */
    private boolean isActor(Parse sentence, int word) {
        return !sentence.token(word).tag().matches("VBG|CD|JJ")
                && (sentence.token(word).isName()
                        || Referents.isPronoun(sentence, word)
                        || sentence.token(word).tag().equals("NNS")
                        || referents.isEntity(sentence.token(word).span()));
    }

    private static OptionalInt oblique(Parse sentence, int head, String... prepositions) {
        List<String> wanted = List.of(prepositions);
        return sentence.children(head).stream()
                .filter(child -> sentence.relation(child).startsWith("obl")
                        || sentence.relation(child).startsWith("nmod"))
                .filter(child -> sentence.children(child, "case").stream()
                        .anyMatch(mark -> wanted.contains(Phrases.lemma(sentence, mark))))
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
