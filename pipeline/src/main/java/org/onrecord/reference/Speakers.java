package org.onrecord.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Byline;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;
import org.onrecord.pipeline.View;

/**
 * Resolves sources to speakers while the article is read from top to bottom. Remembers who spoke, for pronouns, for what
 * somebody "said in a statement", and so that whoever has no name keeps one description; one instance per article.
 */
public final class Speakers {
    private static final String[] LOOSE = {"acl:relcl", "appos", "parataxis", "dep", "punct", "case"};
    private static final Set<String> PARTS =
            Set.of("one", "another", "other", "others", "both", "each", "many", "most");
    private static final Lexicon OFFICES = Lexicon.load("entity/offices.txt");
    private static final Lexicon NOUNS = Lexicon.load("entity/nouns.txt");

    /** Role nouns that say no more of somebody than that they speak. */
    private static final Set<String> VAGUE =
            Set.of("man", "woman", "boy", "girl", "teenager", "official", "expert", "source", "friend");

    private static final Set<String> GOVERN =
            Set.of("government", "army", "military", "parliament", "navy", "ministry", "embassy", "delegation");

    /** Places that stand for those who run them. */
    private static final Set<String> RUN = Set.of("city", "town", "county", "state", "province", "country");

    /** What one says of somebody instead of the name again. */
    private static final Set<String> DESCRIBING = Set.of(
            "star",
            "striker",
            "midfielder",
            "goalkeeper",
            "winger",
            "defender",
            "skipper",
            "actor",
            "actress",
            "author",
            "novelist",
            "poet",
            "composer",
            "singer",
            "songwriter",
            "musician",
            "pianist",
            "painter",
            "sculptor",
            "filmmaker",
            "historian",
            "economist",
            "chemist",
            "physicist",
            "biologist",
            "billionaire",
            "tycoon",
            "entrepreneur",
            "lawmaker",
            "congressman",
            "congresswoman",
            "senator",
            "democrat",
            "republican",
            "pensioner",
            "rookie",
            "teenager",
            "native",
            "pair",
            "chef",
            "comedian",
            "architect",
            "playwright",
            "designer");

    private static final String AGE_OR_HAND = "\\d+-year-old|(left|right)-hander";

    /** Whoever is speaking is called so in court or in an interview. */
    private static final Set<String> SPEAKING = Set.of("witness", "interviewee", "defendant");

    private static final Pattern COURT =
            Pattern.compile("lawyer|barrister|judge|prosecutor|attorney|counsel|coroner|magistrate|chair(wo)?man");

    private static final Set<String> FORMERLY = Set.of("retired", "former", "veteran", "ex-");

    /** How far back whoever is told more of spoke, in characters. */
    private static final int GOES_ON = 500;

    /** An opening is within this many characters from the start, headline included. */
    private static final int OPENING = 200;

    /** How soon after the opening its person is introduced. */
    private static final int INTRODUCED = 400;

    private final List<String> authors;
    private final Mentions mentions;
    private final Pronouns pronouns;
    private final List<Pronouns.Heard> heard = new ArrayList<>();
    private final Map<String, Speaker> described = new HashMap<>();
    private Optional<Speaker> issuer = Optional.empty();
    private Optional<Speaker> several = Optional.empty();
    private Optional<Speaker> group = Optional.empty();

    /** @param authors the names of those who wrote the article */
    Speakers(
            List<String> authors,
            List<Entity> entities,
            List<Parse> sentences,
            List<Span> quotations,
            Genders genders) {
        this.authors = List.copyOf(authors);
        this.mentions = new Mentions(entities, sentences, quotations);
        this.pronouns = new Pronouns(mentions, genders);
    }

    /** For an article with everything up to its quotations. */
    public static Speakers of(View view, List<Parse> sentences, Genders genders) {
        return new Speakers(
                Byline.names(view.article()),
                view.all(Kind.ENTITY),
                sentences,
                view.all(Kind.QUOTE).stream()
                        .filter(quote -> quote.kind().isSpeech())
                        .map(Quote::span)
                        .toList(),
                genders);
    }

    /**
     * The speaker that the words of a source stand for; empty where nobody fits.
     *
     * @param head the head word of the source, counted in its sentence
     * @param cue what signals that they say something
     */
    public Optional<Speaker> of(Span source, int head, Parse sentence, Span cue) {
        SourcePhrase phrase = SourcePhrase.of(source, head, sentence);
        if (phrase.isAnswer(cue)) {
            return lastPerson(source.start()).map(this::speaker);
        }
        if (phrase.isRelative()) {
            Optional<Entity> before = personBefore(sentence, head);
            if (before.isPresent()) {
                return before.map(this::speaker);
            }
            OptionalInt noun = Relatives.antecedent(sentence, head);
            return noun.isPresent() && canBeMeant(sentence.token(noun.getAsInt()))
                    ? of(sentence.span(sentence.phrase(noun.getAsInt(), LOOSE)), noun.getAsInt(), sentence, cue)
                    : Optional.empty();
        }
        Optional<Speaker> speaker = phrase.isPronoun() ? pronoun(phrase.word()) : noun(source, phrase, cue);
        speaker.ifPresent(found -> heard(found, sentence, Span.covering(source, cue)));
        return speaker;
    }

    /**
     * Whom a noun phrase means that is no source; empty where nobody fits. Nobody is remembered as having spoken.
     *
     * @param head the head word of the phrase, counted in its sentence
     * @param speaker id of the entity that speaks of them, and not of itself
     */
    public Optional<Speaker> meant(Span words, int head, Parse sentence, Optional<String> speaker) {
        SourcePhrase phrase = SourcePhrase.of(words, head, sentence);
        if (phrase.isRelative()) {
            OptionalInt noun = Relatives.antecedent(sentence, head);
            return noun.isPresent()
                    ? meant(sentence.span(sentence.phrase(noun.getAsInt(), LOOSE)), noun.getAsInt(), sentence, speaker)
                    : Optional.empty();
        }
        return phrase.isPronoun()
                ? pronouns.meant(phrase.word(), heard, speaker).map(this::speaker)
                : noun(words, phrase, phrase.word().span());
    }

    /** Whether "he" or "she" can be whoever speaks, as far as the gender is known. */
    public boolean canBe(String pronoun, Speaker speaker) {
        Optional<Entity> entity = entity(speaker);
        return entity.isPresent()
                ? pronouns.agrees(entity.get(), pronoun)
                : Genders.ofWords(speaker.name())
                        .map(gender -> Genders.ofPronoun(pronoun)
                                .filter(gender::equals)
                                .isPresent())
                        .orElse(true);
    }

    /** Whether "he" or "she" can be somebody named, as far as the gender is known. */
    public boolean canBe(String pronoun, Entity person) {
        return pronouns.agrees(person, pronoun);
    }

    /** Keeps that the pronoun stood for whoever speaks. */
    public void learn(String pronoun, Speaker speaker) {
        entity(speaker).filter(Mentions::isPerson).ifPresent(entity -> pronouns.learn(entity, pronoun));
    }

    /** "One, who begged not to be named" */
    private static boolean canBeMeant(Token antecedent) {
        return antecedent.isNoun() || antecedent.lemma().equalsIgnoreCase("one");
    }

    /** "…, a setback for Dana Kessler, who had promised …": the name right before "who", wherever the parser hung the clause. */
    private Optional<Entity> personBefore(Parse sentence, int relative) {
        int before = relative - 1;
        if (before >= 0 && sentence.token(before).form().equals(",")) {
            before--;
        }
        return before >= 0 && sentence.token(relative).lemma().equals("who")
                ? mentions.holding(sentence.token(before).span())
                        .filter(entity -> entity.type() == EntityType.PERSON && Mentions.isNamed(entity))
                : Optional.empty();
    }

    /** Whom an interview is with: the person last named in the writer's words. */
    private Optional<Entity> lastPerson(int offset) {
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .filter(entity -> mentions.lastBefore(entity, offset).isPresent())
                .max(Comparator.comparingInt(entity ->
                        mentions.lastBefore(entity, offset).map(Span::start).orElse(-1)));
    }

    /** Where somebody last spoke or was named before the offset; very low where nowhere. */
    private int lastHeardOf(Entity entity, int offset) {
        return IntStream.concat(
                        mentions.lastBefore(entity, offset).stream().mapToInt(Span::start),
                        heard.stream()
                                .filter(before -> before.entity().equals(entity) && before.offset() <= offset)
                                .mapToInt(Pronouns.Heard::offset))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /**
     * Remembers that somebody spoke.
     *
     * @param hull the words that name and signal it
     */
    public void heard(Speaker speaker, Parse sentence, Span hull) {
        entity(speaker).ifPresent(entity -> heard.add(new Pronouns.Heard(entity, hull.start())));
        several = Optional.of(speaker)
                .filter(found ->
                        found.name().contains(" and ") && found.entity().isEmpty());
        group = speaker.type() == Speaker.Type.GROUP ? Optional.of(speaker) : group;
        boolean issues = sentence.tokens().stream()
                .filter(token -> token.span().start() > hull.start())
                .anyMatch(token -> token.lemma().equals("statement"));
        if (issues && speaker.type() != Speaker.Type.DOCUMENT) {
            issuer = Optional.of(speaker);
        }
    }

    private Optional<Entity> entity(Speaker speaker) {
        return mentions.entities().stream()
                .filter(entity -> speaker.entity().filter(entity.id()::equals).isPresent())
                .findFirst();
    }

    private Optional<Speaker> pronoun(Token pronoun) {
        boolean they = pronoun.form().equalsIgnoreCase("they");
        return (they ? several : Optional.<Speaker>empty())
                .or(() -> pronouns.antecedent(pronoun, heard).map(this::speaker))
                .or(() -> they ? pair(pronoun).or(() -> lastGroup(pronoun)) : Optional.empty());
    }

    /** The last group to speak; whom a quotation means by "they" is another matter. */
    private Optional<Speaker> lastGroup(Token pronoun) {
        return group.filter(unused -> mentions.quotation(pronoun.span()).isEmpty());
    }

    /** "Anna Brill and Oskar Lund signed the letter": they are two. */
    private Optional<Speaker> pair(Token pronoun) {
        return mentions.pairBefore(pronoun.span().start()).map(name -> unnamed(name, Speaker.Type.GROUP));
    }

    /** "Karos: …" says where, not who, unless the place has spoken before. */
    private boolean isDateline(Entity entity, Span cue) {
        return entity.type() == EntityType.LOCATION
                && cue.length() == 1
                && heard.stream().noneMatch(before -> before.entity().equals(entity));
    }

    private Optional<Speaker> noun(Span source, SourcePhrase phrase, Span cue) {
        if (phrase.lemma().equals("statement") && phrase.isDefinite() && issuer.isPresent()) {
            return issuer;
        }
        Optional<Entity> byHead = mentions.holding(phrase.word().span());
        if (phrase.isCoordinated()
                && !byHead.filter(entity -> coversAll(entity, phrase)).isPresent()) {
            return Optional.of(unnamed(phrase.name(), Speaker.Type.GROUP));
        }
        if (byHead.filter(Mentions::isNamed).isPresent()) {
            return byHead.filter(entity -> !isDateline(entity, cue)).map(this::speaker);
        }
        return named(source, phrase, byHead)
                .map(this::speaker)
                .or(() -> author(phrase))
                .or(() -> misread(phrase))
                .or(() -> namedLater(phrase, byHead))
                .or(() -> owned(phrase, byHead))
                .or(() -> goneOn(phrase, byHead))
                .or(() -> byHead.map(entity -> described(entity, phrase)))
                .or(() -> byAge(phrase).map(this::speaker))
                .or(() -> undescribed(phrase));
    }

    /** "Trade and Industry Council": the name goes over the "and". */
    private static boolean coversAll(Entity entity, SourcePhrase phrase) {
        return Mentions.isNamed(entity)
                && entity.extent().spans().stream().anyMatch(span -> span.contains(phrase.span()));
    }

    /** The one named in apposition to the head, or behind it, or the body that it is short for. */
    private Optional<Entity> named(Span source, SourcePhrase phrase, Optional<Entity> byHead) {
        return apposed(phrase)
                .or(() -> personBehind(source, phrase, byHead))
                .or(() -> bodyBehind(phrase))
                .or(() -> shortFor(phrase))
                .or(() -> byHead.isPresent() ? Optional.empty() : labelled(phrase));
    }

    /** "The port's operator, Ellery Terminals, said"; "Delacroix, the left-hander who said …" */
    private Optional<Entity> apposed(SourcePhrase phrase) {
        Parse sentence = phrase.sentence();
        boolean apposed = sentence.hasRelation(phrase.head(), "appos") && phrase.isDefinite();
        IntStream beside = IntStream.concat(
                sentence.children(phrase.head(), "appos").stream().mapToInt(Integer::intValue),
                apposed ? sentence.governor(phrase.head()).stream() : IntStream.empty());
        return beside.mapToObj(word -> mentions.holding(sentence.token(word).span()))
                .flatMap(Optional::stream)
                .filter(entity -> Mentions.isNamed(entity) && entity.type() != EntityType.LOCATION)
                .findFirst();
    }

    /** "the league’s leader, Ama Sule": what the recogniser takes for a place is a person if it is some role noun’s name. */
    private Optional<Speaker> misread(SourcePhrase phrase) {
        boolean person = NOUNS.find(phrase.lemma()).filter("role"::equals).isPresent() && !phrase.isSeveral();
        return phrase.sentence().children(phrase.head(), "appos").stream()
                .filter(word -> person && phrase.sentence().token(word).isName())
                .flatMap(word -> mentions.holding(phrase.sentence().token(word).span()).stream())
                .filter(entity -> Mentions.isNamed(entity) && entity.type() == EntityType.LOCATION)
                .findFirst()
                .map(entity -> new Speaker(
                        entity.name(),
                        Optional.of(entity.id()),
                        Speaker.Type.PERSON,
                        phrase.role().filter(words -> !isVague(words)),
                        Optional.empty()));
    }

    /** "her counterpart Pavel Orlo", "the deputy head, Mira Okafor", however the parser hung the name. */
    private Optional<Entity> personBehind(Span source, SourcePhrase phrase, Optional<Entity> byHead) {
        boolean role = byHead.map(entity -> entity.type() == EntityType.ROLE)
                .orElse(phrase.word().isNoun() && !phrase.word().tag().endsWith("S"));
        return mentions.entities().stream()
                .filter(entity -> role && entity.type() == EntityType.PERSON)
                .filter(entity -> entity.extent().spans().stream()
                        .anyMatch(span -> (source.contains(span) || isNext(phrase, span)) && isBehind(phrase, span)))
                .findFirst();
    }

    /** "the relief agency Open Road": nothing stands between. */
    private Optional<Entity> bodyBehind(SourcePhrase phrase) {
        boolean body = NOUNS.find(phrase.lemma()).filter("organization"::equals).isPresent() && !phrase.isSeveral();
        return mentions.entities().stream()
                .filter(entity -> body && entity.type() == EntityType.ORGANIZATION && Mentions.isNamed(entity))
                .filter(entity -> entity.extent().spans().stream().anyMatch(span -> isNext(phrase, span)))
                .findFirst();
    }

    /** Even where whoever found the source left the name out of it: nothing stands between. */
    private static boolean isNext(SourcePhrase phrase, Span name) {
        return name.start() - phrase.word().span().end() == 1;
    }

    private static boolean isBehind(SourcePhrase phrase, Span name) {
        return phrase.word().span().end() <= name.start()
                && phrase.sentence().tokens().stream()
                        .filter(token ->
                                token.span().start() >= phrase.word().span().end()
                                        && token.span().end() <= name.start())
                        .allMatch(token -> token.tag().matches("[,:]|NNP?"));
    }

    /** "the front" for "Dorva Liberation Front", "Wanderers" for "Tarn Wanderers" */
    private Optional<Entity> shortFor(SourcePhrase phrase) {
        int offset = phrase.span().start();
        boolean name = phrase.core().size() == 1
                && (phrase.word().isName() || phrase.word().tag().equals("NNS"))
                && NOUNS.find(phrase.lemma()).isEmpty()
                && Character.isUpperCase(phrase.word().form().charAt(0));
        return mentions.entities().stream()
                .filter(entity -> (phrase.isDefinite() || name)
                        && entity.type() == EntityType.ORGANIZATION
                        && Mentions.isNamed(entity))
                .filter(entity -> mentions.lastBefore(entity, offset).isPresent())
                .filter(entity -> entity.name().toLowerCase(Locale.ROOT).endsWith(" " + phrase.lemma())
                        || (name && entity.name().endsWith(" " + phrase.word().form())))
                .findFirst();
    }

    /** "STRAND:" asks in an interview that Owen Strand wrote. */
    private Optional<Speaker> author(SourcePhrase phrase) {
        String label = phrase.name();
        return authors.stream()
                .filter(author -> label.length() > 2
                        && label.equals(label.toUpperCase(Locale.ROOT))
                        && author.toUpperCase(Locale.ROOT).endsWith(" " + label))
                .findFirst()
                .map(author -> unnamed(author, Speaker.Type.PERSON));
    }

    /**
     * "“…,” Thiele said. “…,” the retired professor added": what tells more of whoever spoke last, of whom the article
     * did not say what they are. Offices are left out: "the judge" is as likely somebody else.
     */
    private Optional<Speaker> goneOn(SourcePhrase phrase, Optional<Entity> byHead) {
        boolean newly = byHead.map(entity -> entity.type() == EntityType.ROLE
                        && entity.extent().start() >= phrase.span().start())
                .orElse(phrase.lemma().matches(".*\\w-\\w.*"));
        boolean testifies = SPEAKING.contains(phrase.lemma());
        boolean anybody = testifies || phrase.lemma().matches(AGE_OR_HAND);
        boolean tells = anybody
                || DESCRIBING.contains(phrase.lemma())
                || phrase.core().stream().anyMatch(token -> FORMERLY.contains(token.form()));
        if (!newly || !tells || !phrase.isDefinite() || phrase.isSeveral()) {
            return Optional.empty();
        }
        int offset = phrase.span().start();
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON && lastHeardOf(entity, offset) > offset - GOES_ON)
                .filter(entity -> !testifies
                        || entity.role().filter(Speakers::isOfTheCourt).isEmpty())
                .max(Comparator.comparingInt(entity -> lastHeardOf(entity, offset)))
                .filter(entity -> anybody
                        || entity.role()
                                .filter(role -> !isVague(role) && !isTitle(role))
                                .isEmpty())
                .map(this::speaker);
    }

    /** "Professor Quill" does not say what of. */
    private static boolean isTitle(String role) {
        return role.toLowerCase(Locale.ROOT).matches("(prof|dr|sir|dame|lord|lady)\\.?|professor|doctor");
    }

    /** Who asks, not who answers. */
    private static boolean isOfTheCourt(String role) {
        return COURT.matcher(role.toLowerCase(Locale.ROOT)).find();
    }

    /** "PENCE:" for whoever has that surname. */
    private Optional<Entity> labelled(SourcePhrase phrase) {
        String label = phrase.name();
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON
                        && label.length() > 2
                        && label.equals(label.toUpperCase(Locale.ROOT)))
                .filter(entity -> entity.name().toUpperCase(Locale.ROOT).endsWith(" " + label))
                .findFirst();
    }

    /** "Her office", "his agent", "its owners": named by whose they are. */
    private Optional<Speaker> owned(SourcePhrase phrase, Optional<Entity> byHead) {
        Optional<Token> owner = phrase.owner();
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (owner.get().form().equalsIgnoreCase("my")) {
            return ofTheAuthor(phrase, byHead);
        }
        Optional<Entity> whose = isOfAPlace(phrase) ? pronouns.governed(owner.get(), heard) : owners(owner.get());
        Speaker.Type type = byHead.map(this::type).orElseGet(() -> typeOf(phrase));
        Optional<Speaker> speaker = whose.map(entity -> new Speaker(
                possessive(speaker(entity)) + " " + phrase.owned(),
                byHead.filter(own -> own.type() == EntityType.ROLE).map(Entity::id),
                type,
                role(phrase, type),
                Optional.empty()));
        speaker.ifPresent(found -> found.entity().ifPresent(id -> described.putIfAbsent(id, found)));
        return speaker;
    }

    /** "My nephew" in the writer’s own words. */
    private Optional<Speaker> ofTheAuthor(SourcePhrase phrase, Optional<Entity> byHead) {
        if (authors.size() != 1 || mentions.quotation(phrase.span()).isPresent()) {
            return Optional.empty();
        }
        Speaker.Type type = byHead.map(this::type).orElseGet(() -> typeOf(phrase));
        Speaker speaker = new Speaker(
                authors.getFirst() + "’s " + phrase.owned(),
                byHead.map(Entity::id),
                type,
                role(phrase, type),
                Optional.empty());
        speaker.entity().ifPresent(id -> described.put(id, speaker));
        return Optional.of(speaker);
    }

    private static String possessive(Speaker owner) {
        boolean plural = owner.type() == Speaker.Type.GROUP && owner.name().endsWith("s");
        return owner.name() + (plural ? "’" : "’s");
    }

    private Optional<Entity> owners(Token pronoun) {
        return pronouns.antecedent(pronoun, heard);
    }

    /** "its government" can be a place's, too. */
    private static boolean isOfAPlace(SourcePhrase phrase) {
        return GOVERN.contains(phrase.lemma());
    }

    /**
     * "A former lock keeper has told an inquiry …. Anna Brill, 44, …": the opening describes whom the article then
     * introduces by name and age.
     */
    private Optional<Speaker> namedLater(SourcePhrase phrase, Optional<Entity> byHead) {
        boolean opens = phrase.span().start() < OPENING && phrase.opensSentence() && !phrase.isSeveralPeople();
        boolean person = byHead.map(entity -> entity.type() == EntityType.ROLE).orElse(phrase.isOneOfSeveral());
        if (!opens || !person) {
            return Optional.empty();
        }
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .filter(entity -> entity.extent().start() > phrase.span().end()
                        && entity.extent().start() < phrase.span().end() + INTRODUCED)
                .min(Comparator.comparingInt(entity -> entity.extent().start()))
                .filter(entity -> isAged(entity.extent().spans().getFirst(), "\\d{1,3}"))
                .filter(entity -> entity.role().isEmpty() || phrase.isOneOfSeveral())
                .map(entity -> new Speaker(
                        entity.name(),
                        Optional.of(entity.id()),
                        Speaker.Type.PERSON,
                        entity.role().or(() -> byHead.flatMap(Entity::role).filter(role -> !isVague(role))),
                        entity.affiliation()));
    }

    /** Nobody's name, but always by the same words. */
    private Speaker described(Entity entity, SourcePhrase phrase) {
        return described.computeIfAbsent(entity.id(), id -> {
            boolean more = words(phrase.name()) >= words(entity.name());
            return new Speaker(
                    more ? phrase.name() : entity.name(),
                    Optional.of(entity.id()),
                    entity.type() == EntityType.ROLE && isOffice(phrase) ? Speaker.Type.PERSON : type(entity),
                    entity.role().map(role -> fuller(role, entity, phrase)).filter(role -> !isVague(role)),
                    entity.affiliation());
        });
    }

    /** "health minister", where the parser did not see that the first word belongs to the second. */
    private static String fuller(String role, Entity entity, SourcePhrase phrase) {
        return phrase.role()
                .filter(words -> entity.affiliation().isEmpty() && words.endsWith(" " + role))
                .orElse(role);
    }

    private static boolean isVague(String role) {
        return VAGUE.contains(role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    private static int words(String name) {
        return name.split("\\s+", -1).length;
    }

    /** "the mayor", of whom there is one. */
    private static boolean isOffice(SourcePhrase phrase) {
        return phrase.isOnlyOne() && OFFICES.contains(phrase.lemma());
    }

    /** "the 71-year-old": the last of whom the article gave that age. */
    private Optional<Entity> byAge(SourcePhrase phrase) {
        if (!phrase.isDefinite() || !phrase.lemma().matches("\\d+-year-old")) {
            return Optional.empty();
        }
        String age = phrase.lemma().substring(0, phrase.lemma().indexOf('-'));
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .filter(entity -> entity.extent().spans().stream()
                        .filter(span -> span.end() <= phrase.span().start())
                        .anyMatch(span -> isAged(span, age)))
                .reduce((first, second) -> second);
    }

    private boolean isAged(Span name, String age) {
        return mentions.sentence(name.start())
                .filter(sentence -> sentence.tokens().stream()
                        .filter(token -> token.span().start() >= name.end())
                        .limit(2)
                        .anyMatch(token -> token.form().matches(age)))
                .isPresent();
    }

    private static Optional<Speaker> undescribed(SourcePhrase phrase) {
        Token head = phrase.word();
        boolean nominal = head.isNoun()
                || head.tag().equals("CD")
                || PARTS.contains(phrase.lemma())
                || phrase.core().size() > 1
                || head.form().matches("(?i)some(body|one)");
        if (!nominal || phrase.name().isBlank()) {
            return Optional.empty();
        }
        Speaker.Type type = typeOf(phrase);
        return Optional.of(new Speaker(phrase.name(), Optional.empty(), type, role(phrase, type), Optional.empty()));
    }

    private static Optional<String> role(SourcePhrase phrase, Speaker.Type type) {
        boolean person = type == Speaker.Type.PERSON || type == Speaker.Type.ANONYMOUS;
        return person && NOUNS.find(phrase.lemma()).filter("role"::equals).isPresent()
                ? phrase.role().filter(words -> !isVague(words))
                : Optional.empty();
    }

    private static Speaker.Type typeOf(SourcePhrase phrase) {
        String kind = NOUNS.find(phrase.lemma())
                .or(() -> NOUNS.find(phrase.lemma().replaceFirst("s$", ""))
                        .map(found -> found.equals("role") ? "group" : found))
                .orElse("");
        if (kind.isEmpty() && phrase.isName()) {
            return phrase.isDefinite() ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON;
        }
        if (RUN.contains(phrase.lemma())) {
            return Speaker.Type.ORGANIZATION;
        }
        if (kind.equals("document") || (kind.equals("organization") && !phrase.isSeveral())) {
            return kind.equals("document") ? Speaker.Type.DOCUMENT : Speaker.Type.ORGANIZATION;
        }
        if (phrase.isSeveral() || kind.equals("group")) {
            return Speaker.Type.GROUP;
        }
        return isOffice(phrase) ? Speaker.Type.PERSON : Speaker.Type.ANONYMOUS;
    }

    private static Speaker unnamed(String name, Speaker.Type type) {
        return new Speaker(name, Optional.empty(), type, Optional.empty(), Optional.empty());
    }

    private Speaker speaker(Entity entity) {
        Speaker known = described.get(entity.id());
        return known != null
                ? known
                : new Speaker(
                        entity.name(), Optional.of(entity.id()), type(entity), entity.role(), entity.affiliation());
    }

    private Speaker.Type type(Entity entity) {
        return switch (entity.type()) {
            case PERSON -> Speaker.Type.PERSON;
            case ORGANIZATION, LOCATION -> Speaker.Type.ORGANIZATION;
            case DOCUMENT -> Speaker.Type.DOCUMENT;
            case GROUP -> Speaker.Type.GROUP;
            case ROLE -> Speaker.Type.ANONYMOUS;
        };
    }
}
