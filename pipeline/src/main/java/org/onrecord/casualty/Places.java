package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/** Where they came to harm. */
final class Places {
    private static final String PREPOSITIONS =
            "in|near|at|outside|on|off|across|inside|along|around|beside|over|through|into|from|out|above|below";

    /** The same, where a place is named behind the noun. */
    private static final String AROUND = PREPOSITIONS + "|beneath|beyond|behind|within|throughout";

    /** Places that the harmed are brought to. */
    private static final String CARE = "hospital|clinic|care|home";

    /** Stands for a place that was named before. */
    static final String THERE = "there";

    private static final int CLIMB = 3;

    /** How many words behind the harm a place can stand. */
    private static final int FAR = 24;

    private final Parse sentence;
    private final Harm harm;
    private final List<Mention> mentions;
    private final String text;
    private final Clause clause;

    Places(Parse sentence, String text, Harm harm, List<Mention> mentions) {
        this.sentence = sentence;
        this.text = text;
        this.harm = harm;
        this.mentions = mentions;
        this.clause = new Clause(sentence, text);
    }

    /**
     * The place: said of the harm itself, else the nearest that the clause names, else where the harmed, or what harmed
     * them, were, else where the sentence sets out.
     *
     * @param anchor of the harm
     * @param head of those harmed
     * @param doers words for what or who did it
     */
    Optional<String> of(int anchor, int head, List<Integer> doers) {
        return relative(anchor)
                .or(() -> under(anchor))
                .or(() -> clause.behind(anchor, FAR, clause::opensClause, this::isPlace))
                .or(() -> clause.behind(anchor, FAR, and -> false, this::isPlace))
                .or(() -> hit(anchor))
                .or(() -> Stream.of(List.of(head), doers, above(anchor))
                        .flatMap(List::stream)
                        .filter(word -> word != anchor)
                        .map(word -> under(word).or(() -> doers.contains(word) ? aimed(word) : Optional.empty()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> before(anchor))
                .or(() -> amid(doers))
                .or(() -> main(anchor))
                .or(() -> holder(anchor))
                .or(this::setting)
                .filter(word -> !isCustody(word, anchor))
                .map(clause::words)
                .map(Places::alone)
                .or(() -> doers.stream()
                        .map(this::named)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> there(anchor));
    }

    /** "died there in 1958": where the article was last. */
    private Optional<String> there(int anchor) {
        return sentence.children(anchor, "advmod").stream()
                .filter(word -> word > anchor)
                .map(word -> sentence.token(word).form())
                .filter(THERE::equals)
                .findFirst();
    }

    /** Without what follows that is no part of it, be it hung there by the parser. */
    private static String alone(String words) {
        return Times.without(words.replaceFirst(" (?:following|after|during|when) .*|, (?:the|an?) .*", ""));
    }

    /** "were called to an address in Hollow Lane" */
    Optional<String> calledTo(int verb) {
        return sentence.children(verb, "obl", "obj", "nmod").stream()
                .filter(word -> clause.preposition(word).matches("to|")
                        && sentence.token(word).isNoun()
                        && (isSite(word)
                                || sentence.token(word).lemma().matches("address|block|scene|building|property|house")))
                .flatMap(word -> isSite(word) ? Stream.of(word) : under(word).stream())
                .findFirst()
                .map(clause::words)
                .map(Places::alone);
    }

    /**
     * Where an event was.
     *
     * @param happening the verb that says that it was
     */
    Optional<String> ofEvent(int event, Optional<Integer> happening) {
        return under(event)
                .or(() -> target(event))
                .or(() -> happening.flatMap(
                        verb -> under(verb).or(() -> struck(verb)).or(() -> somewhere(verb))))
                .map(clause::words)
                .map(Places::alone)
                .or(() -> named(event));
    }

    /** "a mass drone and missile attack on Kyiv": whatever the parser hung it on. */
    private Optional<Integer> aimed(int event) {
        int name = event + 2;
        boolean on = name < sentence.size()
                && sentence.token(event + 1).form().matches("on|against|in|at|near|outside")
                && sentence.token(name).isName()
                && !Times.isTime(sentence.token(name).form());
        while (on && name + 1 < sentence.size() && sentence.token(name + 1).isName()) {
            name++;
        }
        return on && isLocation(name) ? Optional.of(name) : Optional.empty();
    }

    /** "the bombing of Tarnow station", "set fire to a warehouse" */
    private Optional<Integer> target(int event) {
        Stream<Integer> of = sentence.children(event, "nmod").stream()
                .filter(word -> clause.preposition(word).matches("of|against"));
        Stream<Integer> set = sentence.hasRelation(event, "obj")
                ? sentence.governor(event).stream()
                        .boxed()
                        .filter(verb -> sentence.token(verb).lemma().equals("set"))
                        .flatMap(verb -> sentence.children(verb, "obl").stream())
                : Stream.of();
        Stream<Integer> to = Stream.concat(set, sentence.children(event, "nmod").stream())
                .filter(word -> clause.preposition(word).equals("to"));
        return Stream.concat(of, to).filter(this::isSite).findFirst().or(() -> aimed(event));
    }

    private boolean isSite(int word) {
        return isLocation(word)
                || isFeature(word)
                || harm.places().contains(sentence.token(word).lemma().toLowerCase(Locale.ROOT));
    }

    /** "the north face of Mount Orla" */
    private boolean isFeature(int word) {
        return sentence.token(word).lemma().matches("face|side|edge|foot|top|bank|shore|tip|heart|middle|end|part")
                && sentence.children(word, "nmod").stream()
                        .anyMatch(whole -> clause.preposition(whole).equals("of")
                                && (isLocation(whole)
                                        || sentence.token(whole).isName()
                                        || harm.places()
                                                .contains(sentence.token(whole).lemma())));
    }

    /** "swept through a tannery in Lund": what is in a place is one. */
    private Optional<Integer> somewhere(int verb) {
        return sentence.children(verb, "obl", "obj").stream()
                .filter(word -> sentence.token(word).isNoun()
                        && (sentence.hasRelation(word, "obj")
                                || clause.preposition(word).matches(AROUND)))
                .filter(word -> under(word).isPresent())
                .findFirst();
    }

    /** "the quake struck Keld" */
    private Optional<Integer> struck(int verb) {
        return sentence.children(verb, "obj").stream()
                .filter(word -> sentence.children(word, "nmod:poss").stream()
                        .noneMatch(whose -> sentence.token(whose).tag().equals("PRP$"))) // "burst its banks"
                .filter(word -> isSite(word)
                        || (sentence.token(word).isName()
                                && sentence.token(word - 1)
                                        .form()
                                        .equals("off"))) // "sank off Keld", an object to the parser
                .findFirst();
    }

    /** Events that the clause, or the one that it hangs from, has as subject or describes. */
    private List<Integer> above(int anchor) {
        List<Integer> events = new ArrayList<>();
        OptionalInt at = OptionalInt.of(anchor);
        for (int climbed = 0; climbed < CLIMB && at.isPresent(); climbed++) {
            int word = at.getAsInt();
            Stream.concat(Stream.of(word), sentence.children(word, "nsubj").stream())
                    .filter(event -> harm.isEvent(sentence.token(event)))
                    .forEach(events::add);
            at = sentence.governor(word);
        }
        return events;
    }

    /** "the Marlow pile-up" */
    private Optional<String> named(int event) {
        return sentence.children(event, "compound").stream()
                .filter(word -> sentence.token(word).isName() && (isLocation(word) || isInCapitals(word, event)))
                .findFirst()
                .map(word -> sentence.token(word).form());
    }

    /** "IN MARLOW PILE-UP": a name before an event in a line of capitals, where names are hard to tell. */
    private boolean isInCapitals(int word, int event) {
        return sentence.sentence().span().of(text).matches("[^\\p{Ll}]{12,}")
                && !harm.isEvent(sentence.token(word))
                && !sentence.token(event).lemma().matches("(?i)murder|assassination|killing|shooting|stabbing|trial");
    }

    /** "A device exploded in Skarne and killed three", "A boat sank off Keld and 12 people drowned" */
    private Optional<Integer> before(int anchor) {
        return clause.before(anchor)
                .filter(word -> sentence.token(word).isVerb()
                        && harm.mishaps().contains(sentence.token(word).lemma()))
                .boxed()
                .flatMap(verb -> under(verb).or(() -> struck(verb)).stream())
                .findFirst();
    }

    /** "A storm made landfall near Port Nadim, killing 12": of the clause that the harm is told along with. */
    private Optional<Integer> main(int anchor) {
        List<Integer> verbs = new ArrayList<>();
        int at = anchor;
        while (sentence.hasRelation(at, "advcl", "acl", "conj", "dep", "xcomp")
                && sentence.governor(at).isPresent()
                && verbs.size() < CLIMB) {
            at = sentence.governor(at).getAsInt();
            verbs.add(at);
        }
        return verbs.stream()
                .filter(verb -> sentence.token(verb).isVerb() && !Times.isSaying(sentence.token(verb)))
                .flatMap(verb -> Stream.concat(Stream.of(verb), sentence.children(verb, "obj").stream()))
                .map(this::under)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "Clashes between police and protesters in the capital": anywhere in what is said of an event. */
    private Optional<Integer> amid(List<Integer> doers) {
        return doers.stream()
                .filter(word -> harm.isEvent(sentence.token(word)))
                .flatMap(word -> sentence.subtree(word).stream().boxed())
                .filter(this::isPlace)
                .findFirst();
    }

    /** "a pit held 80 bodies" */
    private Optional<Integer> holder(int anchor) {
        return sentence.hasRelation(anchor, "obj")
                ? sentence.governor(anchor).stream()
                        .boxed()
                        .filter(verb -> sentence.token(verb).lemma().matches("hold|contain"))
                        .flatMap(verb -> sentence.children(verb, "nsubj").stream())
                        .filter(this::isSite)
                        .findFirst()
                : Optional.empty();
    }

    /** "taken into custody" is what became of them; "died in custody" says where. */
    private boolean isCustody(int place, int anchor) {
        return sentence.token(place).lemma().equals("custody")
                && !sentence.token(anchor).lemma().equals("die");
    }

    /** "a crossing where four people died" */
    private Optional<Integer> relative(int anchor) {
        boolean where = sentence.hasRelation(anchor, "acl:relcl")
                && sentence.children(anchor, "advmod", "mark", "obl").stream()
                        .anyMatch(word -> sentence.token(word).form().equalsIgnoreCase("where"));
        return where ? sentence.governor(anchor).stream().boxed().findFirst() : Optional.empty();
    }

    /** "when shells struck a crowded crossing" */
    private Optional<Integer> hit(int anchor) {
        return sentence.children(anchor, "advcl").stream()
                .filter(verb -> harm.mishaps().contains(sentence.token(verb).lemma()))
                .flatMap(verb -> sentence.children(verb, "obj", "nsubj:pass").stream())
                .filter(this::isSite)
                .findFirst();
    }

    private Optional<Integer> under(int word) {
        return Stream.concat(
                        sentence.children(word, "obl", "nmod").stream(),
                        thrown(word).flatMap(verb -> sentence.children(verb, "obl").stream()))
                .filter(this::isPlace)
                .findFirst();
    }

    /** "a grenade thrown into a bar", whether the parser sees that it is a participle or not */
    private Stream<Integer> thrown(int thing) {
        Stream<Integer> mistaken = sentence.hasRelation(thing, "nsubj")
                ? sentence.governor(thing).stream()
                        .boxed()
                        .filter(verb -> sentence.token(verb).tag().equals("VBN")
                                && sentence.children(verb, "aux").isEmpty())
                : Stream.of();
        return Stream.concat(sentence.children(thing, "acl").stream(), mistaken);
    }

    /** "In Dunga, the army said …" */
    private Optional<Integer> setting() {
        boolean opens = sentence.token(0).form().matches("In|At|Near|Outside|On|Across|Off");
        return opens
                ? IntStream.range(1, Math.min(sentence.size(), 8))
                        .takeWhile(word -> !sentence.token(word).form().equals(","))
                        .boxed()
                        .filter(this::isPlace)
                        .filter(word -> sentence.children(word, "case").contains(0))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isPlace(int word) {
        String noun = sentence.token(word).lemma().toLowerCase(Locale.ROOT);
        String preposition = clause.preposition(word);
        return sentence.token(word).isNoun()
                && preposition.matches(PREPOSITIONS)
                && !isVague(word)
                && !(noun.matches(CARE) && preposition.matches("in|into|at|from"))
                && (preposition.matches("from|out")
                        ? harm.places().contains(noun) && isTaking(word)
                        : isSite(word) || isNameOfAPlace(word));
    }

    /** "in an area where landslides had buried two villages" */
    private boolean isVague(int word) {
        return sentence.token(word).lemma().matches("area|spot|site|zone|place")
                && sentence.children(word, "compound", "amod", "nmod", "nmod:poss")
                        .isEmpty()
                && sentence.children(word, "det").stream()
                        .anyMatch(article -> sentence.token(article).form().matches("an?"));
    }

    /** "abducted from a boarding school", not "people from Mirek" */
    private boolean isTaking(int word) {
        return sentence.governor(word).stream()
                .anyMatch(verb -> sentence.token(verb).isVerb());
    }

    /** "off Keld Point", "on the A412", "in Karos": a name behind such a preposition is hardly anybody’s. */
    private boolean isNameOfAPlace(int word) {
        Span name = sentence.token(word).span();
        String preposition = clause.preposition(word);
        boolean person = mentions.stream()
                .anyMatch(mention ->
                        mention.type() == EntityType.PERSON && mention.span().overlaps(name));
        boolean bare = sentence.child(word, "det").isEmpty() && !name.of(text).matches("\\p{Lu}{2,}");
        boolean road = name.of(text).matches("\\p{Lu}{1,3}\\d{1,4}");
        return (sentence.token(word).isName() || road)
                && !Times.isTime(name.of(text))
                && !isBlamed(word)
                && !harm.isEvent(sentence.token(word))
                && (preposition.matches("in|near|off|outside|across")
                        ? !person || bare
                        : preposition.matches("on|at") && !person && isLocated(word));
    }

    /** "blamed the deaths on the Red Column" */
    private boolean isBlamed(int word) {
        return clause.preposition(word).equals("on")
                && sentence.tokens().subList(0, word).stream()
                        .anyMatch(token -> token.lemma().equals("blame"));
    }

    /** "on the A412", "at the Regal", not "on Thanksgiving" */
    private boolean isLocated(int word) {
        return sentence.child(word, "det").isPresent()
                || sentence.token(word).form().matches(".*\\d.*");
    }

    private boolean isLocation(int word) {
        Span place = sentence.token(word).span();
        return mentions.stream()
                .anyMatch(mention ->
                        mention.type() == EntityType.LOCATION && mention.span().overlaps(place));
    }
}
