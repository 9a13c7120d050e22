package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Parse;
import org.onrecord.pipeline.Lexicon;

/**
 * Whom a claim is aimed at: who is accused, whose words are denied, who is to act. What hangs on the cue says it best, then
 * what the content is about, then who was spoken to before.
 */
final class Targets {
    private static final Lexicon SAYINGS = Lexicon.load("claim/sayings.txt");
    private static final Lexicon BLAMING = Lexicon.load("claim/blaming.txt");
    private static final Lexicon ADDRESSING = Lexicon.load("claim/addressing.txt");
    private static final Lexicon OWED = Lexicon.load("claim/owed.txt");
    private static final Lexicon CONDUCT = Lexicon.load("claim/conduct.txt");

    /** "lashed out at", "spoke against": the verb itself takes no object. */
    private static final Pattern AIMS = Pattern.compile("accuse|blame|criticise|criticize|find|hold|charge");

    private static final Pattern COMPLAINS =
            Pattern.compile("complain|grumble|moan|gripe|protest|warn|object|fume|rage|alarm|carp|whinge");

    /** Who was spoken to may be meant by "you", and by an imperative. */
    private static final Pattern REPLIES =
            Pattern.compile("reply|retort|answer|respond|counter|shout|snap|tell|shoot|hit|fire|tweet|post|call");

    /** How far back somebody is spoken to, in characters. */
    private static final int EARSHOT = 600;

    private final Referents referents;
    private final List<Saying> sayings;

    Targets(Referents referents, List<Saying> sayings) {
        this.referents = referents;
        this.sayings = sayings;
    }

    /** Of one attribution after another, in their order. */
    Optional<Target> of(int index, Stance stance) {
        Saying saying = sayings.get(index);
        Optional<Target> target = switch (stance) {
            case ACCUSE -> accused(index);
            case DENY, DOUBT -> denied(saying);
            case DEMAND -> addressed(index);
            default -> Optional.empty();
        };
        referents.passed(saying);
        return target;
    }

    /** "accused X of", "blamed Y on X", "blamed X for Y", "X lied". */
    private Optional<Target> accused(int index) {
        Saying saying = sayings.get(index);
        return saying.cue()
                .flatMap(cue -> accusedByCue(cue, saying))
                .or(() -> complainedOf(saying))
                .or(() -> doer(saying))
                .or(() -> spokenTo(index, true));
    }

    private Optional<Target> accusedByCue(Saying.Cue cue, Saying saying) {
        Parse sentence = cue.sentence();
        int verb = last(cue, BLAMING);
        String lemma = Phrases.lemma(sentence, verb);
        OptionalInt called = Named.inWhatIsCalled(sentence, cue.last() + 1);
        if (called.isPresent()) {
            return blamed(sentence, called.getAsInt(), saying);
        }
        OptionalInt on = lemma.matches("blame|pin|put|lay") ? culprit(sentence, verb) : OptionalInt.empty();
        if (on.isPresent()) {
            return blamed(sentence, on.getAsInt(), saying);
        }
        OptionalInt door = doorOf(sentence, cue);
        if (door.isPresent()) {
            return referents.of(sentence, door.getAsInt(), saying);
        }
        OptionalInt object = objectOf(sentence, verb);
        OptionalInt at = oblique(sentence, verb, "at", "against", "into");
        boolean transitive = BLAMING.contains(lemma) && object.isPresent() && object.getAsInt() > cue.last();
        if (at.isPresent() && !transitive && !AIMS.matcher(lemma).matches()) {
            return blamed(sentence, at.getAsInt(), saying);
        }
        if (lemma.equals("come")) {
            OptionalInt subject = sentence.child(verb, "nsubj");
            return subject.isPresent() ? referents.of(sentence, subject.getAsInt(), saying) : Optional.empty();
        }
        Optional<Target> same =
                object.isPresent() ? sameObject(sentence, verb, object.getAsInt(), saying) : Optional.empty();
        if (same.isPresent()) {
            return same;
        }
        boolean finds = lemma.equals("find") && object.isPresent();
        return (BLAMING.contains(lemma) || finds) && object.isPresent()
                ? blamed(sentence, object.getAsInt(), saying)
                : Optional.empty();
    }

    /** "blamed the delay on the mayor", "blamed his refusal to answer on a bad line", however far behind. */
    private static OptionalInt culprit(Parse sentence, int verb) {
        OptionalInt on = oblique(sentence, verb, "on", "upon");
        OptionalInt object = sentence.child(verb, "obj");
        return on.isPresent() || object.isEmpty()
                ? on
                : sentence.subtree(verb).stream()
                        .filter(word -> word > object.getAsInt() && !Referents.isTime(sentence, word))
                        .filter(word -> sentence.children(word, "case").stream()
                                .anyMatch(mark -> Phrases.lemma(sentence, mark).equals("on")))
                        .reduce((first, second) -> second);
    }

    /** Its object, also where the parser has lost it: the noun behind "slamming", and behind "what he calls". */
    private static OptionalInt objectOf(Parse sentence, int verb) {
        OptionalInt object = sentence.child(verb, "obj", "iobj", "nsubj:pass");
        boolean lost = object.isEmpty()
                ? sentence.hasRelation(verb, "amod")
                : sentence.token(object.getAsInt()).tag().equals("DT");
        if (lost) {
            return Named.nounFrom(sentence, verb + 1);
        }
        boolean relative = object.isEmpty() && sentence.hasRelation(verb, "acl:relcl") && hasSubject(sentence, verb);
        return relative ? sentence.governor(verb) : object;
    }

    /** "the rivals she has accused", not "critics who have complained". */
    private static boolean hasSubject(Parse sentence, int verb) {
        return sentence.children(verb, "nsubj").stream()
                .anyMatch(subject -> !sentence.token(subject).tag().startsWith("W"));
    }

    /**
     * "called the port a scandal, accusing it of waste", "sued his wife, Ada Ruys, accusing her of fraud": what is named
     * behind the verb before, where it can be meant.
     */
    private Optional<Target> sameObject(Parse sentence, int verb, int pronoun, Saying saying) {
        OptionalInt before = sentence.governor(verb);
        boolean sameSubject = sentence.token(verb).tag().equals("VBG")
                && sentence.child(verb, "nsubj").isEmpty()
                && sentence.hasRelation(verb, "advcl", "dep", "conj", "ccomp");
        if (!sameSubject || before.isEmpty()) {
            return Optional.empty();
        }
        int main = before.getAsInt();
        return switch (Phrases.lemma(sentence, pronoun)) {
            case "it" ->
                sentence.children(main, "obj", "dep", "iobj").stream()
                        .filter(word -> word > main && word < verb)
                        .filter(word -> sentence.token(word).isNoun() && !referents.isPerson(sentence, word))
                        .flatMap(word -> referents.of(sentence, word, saying).stream())
                        .findFirst();
            case "he", "him" -> referents.lastPerson(sentence, main, verb, "he", saying);
            case "she", "her" -> referents.lastPerson(sentence, main, verb, "she", saying);
            default -> Optional.empty();
        };
    }

    /** "released a video that accuses", "spent the week urging": the last of the verbs in the cue, else its head. */
    private static int last(Saying.Cue cue, Lexicon verbs) {
        return IntStream.rangeClosed(cue.first(), cue.last())
                .filter(word -> cue.sentence().token(word).isVerb())
                .filter(word -> verbs.contains(Phrases.lemma(cue.sentence(), word)))
                .reduce((first, second) -> second)
                .orElse(cue.head());
    }

    /** "laid the blame at the door of the mayor" */
    private static OptionalInt doorOf(Parse sentence, Saying.Cue cue) {
        return IntStream.range(cue.first(), sentence.size())
                .filter(word -> Phrases.lemma(sentence, word).matches("door|foot|shoulder"))
                .filter(word -> word > 1 && Phrases.lemma(sentence, word - 2).matches("at|on"))
                .boxed()
                .flatMap(word -> Stream.of(oblique(sentence, word, "of"), sentence.child(word, "nmod:poss")))
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
    }

    /** In "condemned the minister's silence" and "cuts by the council" the one behind the deed is blamed. */
    private Optional<Target> blamed(Parse sentence, int object, Saying saying) {
        int noun = unquoted(sentence, object, saying);
        return behind(sentence, noun, saying).or(() -> referents.of(sentence, noun, saying));
    }

    /** "the shelling “an outrage”": what is called so, though the parser takes it to belong to what it is called. */
    private static int unquoted(Parse sentence, int noun, Saying saying) {
        int mark = noun;
        while (mark > 0 && noun - mark < 4 && !sentence.token(mark).form().matches("[“\"‘]|``")) {
            mark--;
        }
        return mark > 0
                        && sentence.token(mark).form().matches("[“\"‘]|``")
                        && sentence.token(mark - 1).isNoun()
                        && saying.attribution()
                                .content()
                                .overlaps(sentence.token(mark - 1).span())
                ? mark - 1
                : noun;
    }

    /** Whose deed it is; empty where the noun stands for somebody itself. */
    private Optional<Target> behind(Parse sentence, int deed, Saying saying) {
        if (referents.isActor(sentence, deed)) {
            return Optional.empty();
        }
        OptionalInt of =
                CONDUCT.contains(Phrases.lemma(sentence, deed)) ? oblique(sentence, deed, "of") : OptionalInt.empty();
        return first(Stream.of(sentence.child(deed, "nmod:poss"), oblique(sentence, deed, "by"), of), sentence, saying);
    }

    /** The first of some words that stands for somebody. */
    private Optional<Target> first(Stream<OptionalInt> words, Parse sentence, Saying saying) {
        return first(words, word -> true, sentence, saying);
    }

    private Optional<Target> first(Stream<OptionalInt> words, IntPredicate canBeMeant, Parse sentence, Saying saying) {
        return words.flatMapToInt(OptionalInt::stream)
                .filter(canBeMeant)
                .mapToObj(word -> referents.of(sentence, word, saying))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "complained about the announcements", "had warned the owner about gas": what stands where a clause would. */
    private Optional<Target> complainedOf(Saying saying) {
        Optional<Target> warned = saying.clauses().stream()
                .filter(clause -> COMPLAINS.matcher(clause.lemma()).matches() && saying.isOfSelf(clause))
                .flatMap(clause -> Stream.of(
                                clause.sentence().child(clause.head(), "obj", "iobj"),
                                oblique(clause.sentence(), clause.head(), "about", "of", "over", "at"))
                        .flatMapToInt(OptionalInt::stream)
                        .mapToObj(word -> blamed(clause.sentence(), word, saying))
                        .flatMap(Optional::stream))
                .findFirst();
        return warned.isPresent()
                ? warned
                : saying.main()
                        .filter(clause -> saying.cue().isPresent() && Frame.of(saying) == Frame.NP)
                        .filter(clause -> clause.token().isNoun())
                        .flatMap(clause -> blamed(clause.sentence(), clause.head(), saying));
    }

    /** Whoever does it in the content: somebody who can act before a thing. */
    private Optional<Target> doer(Saying saying) {
        List<Doer> doers = saying.clauses().stream()
                .flatMap(clause -> doers(clause, saying))
                .toList();
        return doers.stream()
                .filter(Doer::acts)
                .findFirst()
                .or(() -> doers.stream().findFirst())
                .map(Doer::target);
    }

    private record Doer(Target target, boolean acts) {}

    private Stream<Doer> doers(Clause clause, Saying saying) {
        Parse sentence = clause.sentence();
        OptionalInt subject = clause.subject();
        if (clause.isPassive()) {
            return doer(sentence, agent(clause), saying);
        }
        return subject.isPresent() && !saying.isSelf(clause, subject.getAsInt())
                ? doer(sentence, subject, saying)
                : Stream.empty();
    }

    private Stream<Doer> doer(Parse sentence, OptionalInt word, Saying saying) {
        return word.isEmpty()
                ? Stream.empty()
                : behind(sentence, word.getAsInt(), saying)
                        .map(target -> new Doer(target, true))
                        .or(() -> referents
                                .of(sentence, word.getAsInt(), saying)
                                .map(target -> new Doer(target, referents.isActor(sentence, word.getAsInt()))))
                        .stream();
    }

    /** "You have sold the rain": whoever is told so, else whoever spoke before. */
    private Optional<Target> spokenTo(int index, boolean asYou) {
        Saying saying = sayings.get(index);
        boolean meant = asYou
                ? saying.clauses().stream()
                        .anyMatch(clause -> clause.subject().isPresent()
                                && clause.lemma(clause.subject().getAsInt()).equals("you"))
                : saying.isDirect();
        if (!meant || saying.attribution().kind() == Attribution.Kind.INDIRECT) {
            return Optional.empty();
        }
        return told(saying).or(() -> replies(saying) ? before(index) : Optional.empty());
    }

    private static boolean replies(Saying saying) {
        return saying.cue()
                .filter(cue -> REPLIES.matcher(Phrases.lemma(cue.sentence(), cue.head()))
                        .matches())
                .isPresent();
    }

    /** "told the minister", "said to the crowd". */
    private Optional<Target> told(Saying saying) {
        return saying.cue()
                .flatMap(cue -> first(
                        Stream.of(
                                cue.sentence().child(cue.head(), "iobj", "obj"),
                                oblique(cue.sentence(), cue.head(), "to", "at")),
                        word -> !saying.attribution()
                                .content()
                                .overlaps(cue.sentence().token(word).span()),
                        cue.sentence(),
                        saying));
    }

    /** Who else spoke last. */
    private Optional<Target> before(int index) {
        Saying saying = sayings.get(index);
        int start = saying.attribution().content().start();
        return IntStream.iterate(index - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(sayings::get)
                .filter(other -> start - other.attribution().content().end() < EARSHOT)
                .flatMap(other -> other.speaker().stream())
                .filter(speaker -> !saying.isBy(speaker))
                .findFirst()
                .map(Referents::target);
    }

    /** Whose words they are, where the denial itself says so. */
    private Optional<Target> denied(Saying saying) {
        Optional<Target> contradicted = saying.cue()
                .filter(cue -> Phrases.lemma(cue.sentence(), cue.head())
                        .matches("contradict|rebuff|rebuke|doubt|disbelieve|correct|disown"))
                .flatMap(cue -> cue.sentence().children(cue.head(), "obj").stream()
                        .filter(word -> referents.isActor(cue.sentence(), word))
                        .flatMap(word -> referents.of(cue.sentence(), word, saying).stream())
                        .findFirst());
        return contradicted
                .or(() -> saying.main()
                        .flatMap(clause -> whose(
                                clause.sentence(),
                                Stream.concat(
                                        Stream.of(clause.head()),
                                        clause.words().stream().boxed()),
                                saying)))
                .or(() -> saying.cue()
                        .flatMap(cue -> whose(
                                cue.sentence(),
                                IntStream.rangeClosed(cue.head() + 1, cue.last())
                                        .boxed(),
                                saying)));
    }

    private Optional<Target> whose(Parse sentence, Stream<Integer> words, Saying saying) {
        return words.filter(word -> SAYINGS.contains(Phrases.lemma(sentence, word)))
                .flatMap(word -> Stream.concat(
                        Stream.of(sentence.child(word, "nmod:poss"), oblique(sentence, word, "by", "from"))
                                .filter(OptionalInt::isPresent)
                                .map(OptionalInt::getAsInt),
                        sentence.children(word, "compound", "amod").stream()
                                .filter(child -> !Referents.isTime(sentence, child))
                                .filter(child -> referents.isActor(sentence, child))))
                .flatMap(word -> referents.of(sentence, word, saying).stream())
                .findFirst();
    }

    /** "urged boats to stay", "called on X to", "appealed to X", "demanded that X". */
    private Optional<Target> addressed(int index) {
        Saying saying = sayings.get(index);
        return saying.cue()
                .flatMap(cue -> addressedByCue(cue, saying))
                .or(() -> owing(saying))
                .or(() -> toAct(saying))
                .or(() -> spokenTo(index, false));
    }

    private Optional<Target> addressedByCue(Saying.Cue cue, Saying saying) {
        Frame frame = Frame.of(saying);
        Parse sentence = cue.sentence();
        int verb = last(cue, ADDRESSING);
        boolean addressing = ADDRESSING.contains(Phrases.lemma(sentence, verb));
        OptionalInt on = oblique(sentence, verb, "on", "upon", "to", "with", "from", "of");
        OptionalInt object =
                frame == Frame.NP_TO || addressing ? sentence.child(verb, "obj", "iobj") : OptionalInt.empty();
        return isPassive(saying)
                ? Optional.empty()
                : first(
                        Stream.of(object, on),
                        word -> canAct(sentence, word)
                                || (frame == Frame.NP_TO
                                        && addressing
                                        && sentence.token(word).isNoun()),
                        sentence,
                        saying);
    }

    /** "an apology from the ministry", "the mayor's resignation" */
    private Optional<Target> owing(Saying saying) {
        return saying.main()
                .filter(clause -> Frame.of(saying) == Frame.NP)
                .flatMap(clause -> first(
                        Stream.of(
                                oblique(clause.sentence(), clause.head(), "from"),
                                OWED.contains(clause.lemma())
                                        ? oblique(clause.sentence(), clause.head(), "of", "by")
                                        : OptionalInt.empty(),
                                OWED.contains(clause.lemma())
                                        ? clause.sentence().child(clause.head(), "nmod:poss")
                                        : OptionalInt.empty()),
                        word -> referents.isActor(clause.sentence(), word)
                                || clause.sentence().token(word).tag().equals("PRP$"),
                        clause.sentence(),
                        saying));
    }

    /** Who is to act in the content: its subject, or by whom it is to be done. */
    private Optional<Target> toAct(Saying saying) {
        Frame frame = Frame.of(saying);
        return saying.main()
                .filter(clause -> clause.sentence().token(clause.head()).isVerb())
                .filter(clause -> frame == Frame.CLAUSE || frame == Frame.QUOTE || frame == Frame.NP_TO)
                .flatMap(clause -> first(
                        Stream.of(
                                clause.isPassive()
                                        ? agent(clause)
                                        : clause.sentence().child(clause.head(), "nsubj")),
                        word -> canAct(clause.sentence(), word),
                        clause.sentence(),
                        saying));
    }

    /** "ordered all cranes to be checked": somebody else is to act. */
    private static boolean isPassive(Saying saying) {
        return saying.main().filter(clause -> clause.text().contains(" to be ")).isPresent();
    }

    /** By whom it was done, in a passive. */
    static OptionalInt agent(Clause clause) {
        OptionalInt by = oblique(clause.sentence(), clause.head(), "by");
        return by.isPresent() && Referents.isTime(clause.sentence(), by.getAsInt()) ? OptionalInt.empty() : by;
    }

    /** Whoever can act: not "payment", not "a recall". */
    private boolean canAct(Parse sentence, int word) {
        return !sentence.token(word).tag().matches("VBG|CD|JJ")
                && (referents.isActor(sentence, word)
                        || Referents.isPronoun(sentence, word)
                        || sentence.token(word).tag().equals("NNS")
                        || referents.isBody(sentence.token(word).span()));
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
