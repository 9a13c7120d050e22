package org.onrecord.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.document.Charges;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * Sources that are described, not named: "the US-led coalition", "a report", "residents", "a spokesman for the port".
 * A definite phrase joins what it can refer to; an indefinite one opens somebody new.
 */
final class Nominals {
    private static final String[] OUTSIDE = {
        "appos",
        "acl",
        "acl:relcl",
        "dep",
        "parataxis",
        "conj",
        "cc",
        "punct",
        "nsubj",
        "cop",
        "advmod",
        "aux",
        "advcl",
        "case",
        "mark",
        "ccomp",
        "obl"
    };
    private static final String[] FOLLOWING = {"appos", "acl:relcl", "parataxis", "dep", "punct", "conj", "cc", "case"};
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "both");
    private static final Set<String> SPECIFYING = Set.of("of", "for", "to", "by");
    /** "doctors at the Saint Agata clinic" */
    private static final Set<String> PLACING = Set.of("at", "from");

    private static final Set<String> QUANTIFIERS =
            Set.of("many", "several", "few", "other", "more", "some", "such", "own");
    /** What an organisation whose name does not say what it is can be called. */
    private static final Set<String> BODIES =
            Set.of("group", "organisation", "organization", "charity", "agency", "watchdog", "body", "network");

    /** What a business can be called; never one whose name says that it is a ministry or a union. */
    private static final Set<String> BUSINESSES = Set.of(
            "company",
            "firm",
            "airline",
            "operator",
            "retailer",
            "supplier",
            "manufacturer",
            "maker",
            "carrier",
            "developer",
            "contractor",
            "employer",
            "chain",
            "lender",
            "publisher",
            "newspaper",
            "insurer",
            "chipmaker",
            "carmaker",
            "automaker",
            "drugmaker",
            "planemaker",
            "shipbuilder",
            "housebuilder",
            "homebuilder");

    /** Bodies that no business is. */
    private static final Set<String> CIVIC =
            Set.of("charity", "agency", "watchdog", "organisation", "organization", "body");

    /** How far back "the group" reaches for the organisation it stands for, in characters: two paragraphs or so. */
    private static final int REACH = 600;

    /** How many words it takes to say what somebody calls themselves. */
    private static final int NAMING = 8;

    private static final Pattern NAMED_BY_THEMSELVES =
            Pattern.compile("(call|calls|called) (it|them|him|her)sel(f|ves)( the)?"
                    + "|(gave|gives) (his|her|their) names? (only )?as"
                    + "|identified (him|her|them)sel(f|ves) (only )?as");

    /** Headlines say "boss" for whoever leads a team or a business. */
    private static final Map<String, Pattern> ALSO_CALLED =
            Map.of("boss", Pattern.compile(".*\\b(manager|coach|chief|executive|head|chairman|chairwoman)\\b.*"));

    /** Bodies that are not called a group or an agency. */
    private static final Set<String> OFFICIAL =
            Set.of("ministry", "government", "police", "army", "court", "parliament", "university", "hospital", "bank");

    private final SourceNouns nouns;
    private final Roles roles;

    Nominals(SourceNouns nouns, Roles roles) {
        this.nouns = nouns;
        this.roles = roles;
    }

    /**
     * A described source where it stands.
     *
     * @param name without determiner and count, with what says which one it is
     * @param core the name as far as its head
     */
    private record Phrase(Parse sentence, int head, EntityType type, Span span, String name, String core) {
        /** The name with what follows the noun without a comma: "poll released Sunday". */
        String whole() {
            BitSet words = sentence.phrase(head, FOLLOWING);
            words.clear(0, first(sentence, head));
            int end = IntStream.range(head, words.nextClearBit(head))
                    .filter(word -> sentence.token(word).tag().matches("VB[DZP]|MD"))
                    .findFirst()
                    .orElse(words.nextClearBit(head));
            words.clear(end, sentence.size());
            return text(sentence, sentence.span(words));
        }

        String lemma() {
            return sentence.token(head).lemma().toLowerCase(Locale.ROOT);
        }

        Set<String> modifiers() {
            if (!sentence.isParsed()) {
                return Set.copyOf(kind());
            }
            Set<String> modifiers = new HashSet<>();
            sentence.children(head, "amod", "compound", "nmod", "nmod:poss").stream()
                    .filter(this::saysWhich)
                    .forEach(word -> modifiers.add(sentence.token(word).lemma().toLowerCase(Locale.ROOT)));
            return modifiers;
        }

        /** What stands before the noun to say which kind it is: "chief" prosecutor. */
        List<String> kind() {
            if (!sentence.isParsed()) {
                return sentence.tokens().subList(first(sentence, head), head).stream()
                        .map(token -> token.form().toLowerCase(Locale.ROOT))
                        .toList();
            }
            return sentence.children(head, "amod", "compound").stream()
                    .filter(word -> word < head && saysWhich(word))
                    .map(word -> sentence.token(word).form().toLowerCase(Locale.ROOT))
                    .toList();
        }

        /** "The same colleague" is the colleague. */
        private boolean saysWhich(int modifier) {
            return !sentence.token(modifier).lemma().equals("same");
        }

        boolean isDefinite() {
            return determiners().stream()
                    .anyMatch(word ->
                            DEFINITE.contains(sentence.token(word).lemma().toLowerCase(Locale.ROOT)));
        }

        private List<Integer> determiners() {
            int first = first(sentence, head);
            return sentence.isParsed()
                    ? sentence.children(head, "det", "nummod")
                    : first > 0 && sentence.token(first - 1).tag().matches("DT|CD") ? List.of(first - 1) : List.of();
        }

        /** "Police said": in general, not those spoken of before. */
        boolean isBare() {
            return determiners().isEmpty() && modifiers().isEmpty();
        }

        /** "Press Union": part of a name that the recogniser missed. */
        boolean isName() {
            return sentence.token(head).isName()
                    && Character.isUpperCase(core.charAt(0))
                    && (core.contains(" ") || name.contains(" of "));
        }

        /** "Minister resigns": a headline leaves the article out. */
        boolean isInHeadlinese() {
            return determiners().isEmpty()
                    && sentence.children(head, "nmod:poss").isEmpty()
                    && sentence.span(first(sentence, head), head).start()
                            == sentence.token(0).span().start();
        }

        boolean isIndefinite() {
            return determiners().stream()
                    .anyMatch(word ->
                            !DEFINITE.contains(sentence.token(word).lemma().toLowerCase(Locale.ROOT)));
        }
    }

    /** Adds the described sources of the article to the named ones. */
    void addTo(List<Cluster> clusters, List<Parse> sentences, List<Span> names) {
        List<Described> described = new ArrayList<>();
        for (Parse sentence : sentences) {
            for (int word = 0; word < sentence.size(); word++) {
                Optional<Phrase> found =
                        sentence.isParsed() ? phrase(sentence, word, names) : unparsed(sentence, word, names);
                found.ifPresent(phrase -> place(phrase, clusters, described, sentences));
            }
        }
    }

    /** A cluster of described mentions with what may describe it again. */
    private record Described(Cluster cluster, String lemma, Set<String> modifiers, boolean opensHeadline) {
        boolean fits(Phrase phrase) {
            boolean repeats = modifiers.containsAll(phrase.modifiers());
            boolean completes =
                    cluster.type() != EntityType.GROUP && phrase.modifiers().containsAll(modifiers);
            boolean bare = cluster.type() == EntityType.ORGANIZATION && phrase.isBare() && !modifiers.isEmpty();
            return lemma.equals(phrase.lemma())
                    && cluster.type() == phrase.type()
                    && (repeats || completes)
                    && !(bare && !completes);
        }
    }

    /** In a sentence without arcs, a determiner and what leads up to the noun are all of the phrase. */
    private Optional<Phrase> unparsed(Parse sentence, int word, List<Span> names) {
        int first = first(sentence, word);
        Optional<EntityType> type = nouns.type(sentence.token(word));
        boolean goesOn = word + 1 < sentence.size()
                && (sentence.token(word + 1).isNoun()
                        || sentence.token(word + 1).tag().equals("POS"));
        if (type.isEmpty()
                || goesOn
                || first == 0
                || !sentence.token(first - 1).tag().equals("DT")) {
            return Optional.empty();
        }
        Span span = sentence.span(first - 1, word);
        boolean describesAName = first > 2
                && sentence.token(first - 2).form().equals(",")
                && names.stream().anyMatch(sentence.token(first - 3).span()::overlaps);
        if (describesAName) {
            return Optional.empty();
        }
        String name = text(sentence, sentence.span(first, word));
        return names.stream().anyMatch(span::overlaps)
                ? Optional.empty()
                : Optional.of(new Phrase(sentence, word, type.get(), span, name, name));
    }

    /** The first of the adjectives and nouns that run up to a noun. */
    private static int first(Parse sentence, int head) {
        int first = head;
        while (first > 0 && sentence.token(first - 1).tag().matches("JJ|NNP?S?|POS")) {
            first--;
        }
        return first;
    }

    private Optional<Phrase> phrase(Parse sentence, int word, List<Span> names) {
        Optional<EntityType> type = nouns.type(sentence.token(word));
        Span place = sentence.token(word).span();
        if (type.isEmpty()
                || sentence.hasRelation(word, "compound", "amod")
                || isOfAName(sentence, word)
                || names.stream().anyMatch(place::overlaps)
                || isCalled(sentence, word, type.get(), names)
                || (type.get() == EntityType.ORGANIZATION && isOwned(sentence, word))) {
            return Optional.empty();
        }
        BitSet words = sentence.phrase(word, OUTSIDE);
        sentence.children(word, "nmod").stream()
                .filter(child -> !specifies(sentence, child, type.get()) || Charges.isCharge(sentence, word, child))
                .forEach(child -> words.andNot(sentence.subtree(child)));
        BitSet run = sentence.phrase(word, OUTSIDE);
        run.and(words);
        run.clear(run.nextClearBit(word), sentence.size());
        Span name = unmarked(sentence, named(sentence, word, run));
        Span core = new Span(name.start(), place.end());
        return Optional.of(
                new Phrase(sentence, word, type.get(), sentence.span(run), text(sentence, name), text(sentence, core)));
    }

    /** A complement that says which one it is: "spokesman for the port", "mission to Syria", "report by the bank". */
    private static boolean specifies(Parse sentence, int complement, EntityType type) {
        boolean named = type == EntityType.GROUP && sentence.token(complement).isName();
        return sentence.token(complement).isNoun()
                && !sentence.token(complement).form().endsWith("ing")
                && sentence.children(complement, "case").stream()
                        .anyMatch(word -> SPECIFYING.contains(
                                        sentence.token(word).lemma())
                                || (named
                                        && PLACING.contains(sentence.token(word).lemma())));
    }

    /** The phrase without determiner, owner and count. */
    private static Span named(Parse sentence, int head, BitSet words) {
        int first = words.nextSetBit(0);
        while (first < head && countsOrOwns(sentence.token(first))) {
            first++;
        }
        int last = head;
        while (last + 1 < words.length() && !sentence.token(last + 1).tag().equals(",")) {
            last++;
        }
        return sentence.span(first, last);
    }

    /** Without a mark that opens and does not close: “real conservatives. */
    private static Span unmarked(Parse sentence, Span name) {
        List<Token> words = sentence.tokens().stream()
                .filter(token -> name.contains(token.span()))
                .toList();
        boolean opens = words.size() > 1
                && words.getFirst().form().matches("[“\"‘'(\\[]|''|``|-LRB-")
                && words.stream().skip(1).noneMatch(word -> word.form().matches("[”\"’')\\]]|''|-RRB-"));
        return opens ? new Span(words.get(1).span().start(), name.end()) : name;
    }

    private static boolean countsOrOwns(Token word) {
        return word.tag().matches("DT|PDT|PRP\\$|CD|W.*|RB.?|JJR|IN") || QUANTIFIERS.contains(word.lemma());
    }

    /** The first word of a sentence is capitalised for no reason of its own. */
    private static String inRunningText(Parse sentence, Token token) {
        boolean onlyFirst = token.equals(sentence.token(0))
                && !token.isName()
                && token.form().substring(1).equals(token.form().substring(1).toLowerCase(Locale.ROOT));
        return onlyFirst ? token.form().toLowerCase(Locale.ROOT) : token.form();
    }

    private static String text(Parse sentence, Span span) {
        StringBuilder text = new StringBuilder();
        int end = span.start();
        for (Token token : sentence.tokens()) {
            if (span.contains(token.span())) {
                text.append(token.span().start() > end ? " " : "").append(inRunningText(sentence, token));
                end = token.span().end();
            }
        }
        return text.toString();
    }

    /** "the relief agency Open Road": the name follows, and is whom the phrase is about. */
    private static boolean isCalled(Parse sentence, int word, EntityType type, List<Span> names) {
        return type == EntityType.ORGANIZATION
                && word + 1 < sentence.size()
                && sentence.hasRelation(word, "obl", "nmod", "nsubj", "obj", "dep", "root")
                && names.stream()
                        .anyMatch(name ->
                                name.start() == sentence.token(word + 1).span().start());
    }

    /** "its campaign": something of theirs, not a body that speaks. */
    private static boolean isOwned(Parse sentence, int word) {
        return sentence.children(word, "nmod:poss").stream()
                .anyMatch(owner -> sentence.token(owner).tag().equals("PRP$"));
    }

    /** "its spokesman" may have been named; "his lawyer" is as likely another's. */
    private static boolean isOfABody(Parse sentence, int word) {
        return sentence.children(word, "nmod:poss").stream()
                .anyMatch(owner -> sentence.token(owner).form().equalsIgnoreCase("its"));
    }

    /** "The adviser, Donatella Rovera": the person is counted, the description is the role. */
    private boolean isOfAName(Parse sentence, int word) {
        boolean describesGovernor = sentence.hasRelation(word, "appos");
        boolean describedByName = sentence.children(word, "appos").stream()
                .anyMatch(child -> sentence.token(child).isName()
                        && roles.appositive(sentence, child).isPresent());
        return describesGovernor || describedByName;
    }

    private void place(Phrase phrase, List<Cluster> clusters, List<Described> described, List<Parse> sentences) {
        Optional<Cluster> named = named(phrase, clusters);
        named.filter(cluster -> phrase.type() == EntityType.ROLE)
                .ifPresent(cluster -> cluster.describe(
                        Description.of(phrase.sentence(), phrase.head(), nouns).role(), Optional.empty()));
        Optional<Cluster> known = named.or(() -> switch (phrase.type()) {
            case ROLE ->
                phrase.isDefinite() || phrase.isInHeadlinese() || isOfABody(phrase.sentence(), phrase.head())
                        ? holder(phrase, clusters)
                        : Optional.empty();
            default ->
                phrase.isIndefinite()
                        ? announced(phrase, described, sentences)
                        : referent(phrase, clusters, described, sentences);
        });
        if (known.isEmpty() && isNoneInParticular(phrase)) {
            return;
        }
        Cluster cluster = known.orElseGet(() -> open(phrase, clusters, described));
        boolean hasName = cluster.type() == EntityType.ORGANIZATION
                && isNamed(cluster)
                && !phrase.core().toLowerCase(Locale.ROOT).endsWith(cluster.key());
        boolean sameKind = cluster.type() == phrase.type();
        cluster.add(phrase.span(), sameKind && !hasName ? phrase.core() : "");
    }

    /** "Group says it shot down jet" in a headline, and then "A group calling itself the Eastern Front said": one and the same. */
    private static Optional<Cluster> announced(Phrase phrase, List<Described> described, List<Parse> sentences) {
        Span headline = sentences.getFirst().sentence().span();
        boolean introduces = phrase.determiners().stream()
                .anyMatch(word -> phrase.sentence().token(word).form().matches("(?i)an?"));
        if (!opensWithAHeadline(sentences) || !introduces || headline.contains(phrase.span())) {
            return Optional.empty();
        }
        Optional<Cluster> before = described.stream()
                .filter(candidate -> candidate.lemma().equals(phrase.lemma())
                        && candidate.cluster().type() == phrase.type()
                        && phrase.modifiers().containsAll(candidate.modifiers())
                        && candidate.cluster().mentions().stream().allMatch(headline::contains))
                .map(Described::cluster)
                .findFirst();
        before.ifPresent(cluster -> cluster.add(phrase.span(), phrase.whole()));
        return before;
    }

    /** "The rebels, who call themselves the Eastern Front", "a witness, who gave her name only as Tracey" */
    private static Optional<Cluster> named(Phrase phrase, List<Cluster> clusters) {
        List<Token> after = phrase.sentence()
                .tokens()
                .subList(phrase.head() + 1, phrase.sentence().size());
        int clause = IntStream.range(0, Math.min(2, after.size()))
                .filter(i -> after.get(i).tag().startsWith("W"))
                .findFirst()
                .orElse(-1);
        int name = IntStream.range(Math.max(clause, 0), Math.min(clause + NAMING, after.size()))
                .filter(i -> after.get(i).isName())
                .findFirst()
                .orElse(-1);
        if (clause < 0 || name < 0) {
            return Optional.empty();
        }
        String words = after.subList(clause + 1, name).stream().map(Token::form).collect(Collectors.joining(" "));
        Span span = after.get(name).span();
        return NAMED_BY_THEMSELVES.matcher(words).matches()
                ? clusters.stream()
                        .filter(cluster -> cluster.mentions().stream().anyMatch(span::overlaps))
                        .findFirst()
                : Optional.empty();
    }

    private Cluster open(Phrase phrase, List<Cluster> clusters, List<Described> described) {
        Cluster cluster = new Cluster(phrase.type(), phrase.name());
        if (phrase.type() == EntityType.ROLE) {
            Description description = Description.of(phrase.sentence(), phrase.head(), nouns);
            cluster.describe(description.role(), description.affiliation());
        }
        clusters.add(cluster);
        described.add(new Described(cluster, phrase.lemma(), phrase.modifiers(), phrase.isInHeadlinese()));
        return cluster;
    }

    /** "the spokesman": the last one of whom the text said that this is their role. */
    private static Optional<Cluster> holder(Phrase phrase, List<Cluster> clusters) {
        int start = phrase.span().start();
        List<Cluster> holders =
                clusters.stream().filter(cluster -> holds(cluster, phrase)).toList();
        return holders.stream()
                .filter(cluster -> cluster.lastBefore(start) >= 0)
                .max(Comparator.comparingInt(cluster -> cluster.lastBefore(start)))
                .or(() -> onlyOne(phrase, holders));
    }

    /** "The captain": whoever the article goes on to name as captain, if it names one. */
    private static Optional<Cluster> onlyOne(Phrase phrase, List<Cluster> holders) {
        boolean theirs = isOwned(phrase.sentence(), phrase.head());
        return holders.size() == 1 && !theirs && holders.getFirst().type() == EntityType.PERSON
                ? Optional.of(holders.getFirst())
                : Optional.empty();
    }

    /** The role has the noun, and whatever the phrase says of it unless the role says nothing more. */
    private static boolean holds(Cluster cluster, Phrase phrase) {
        return cluster.roles().stream().anyMatch(role -> isHeldAs(role.toLowerCase(Locale.ROOT), phrase));
    }

    private static boolean isHeldAs(String role, Phrase phrase) {
        List<String> words = List.of(Titles.inFull(role).split(" "));
        List<String> kind = phrase.kind();
        Pattern also = ALSO_CALLED.get(phrase.lemma());
        boolean calledSo = words.contains(phrase.lemma())
                || (also != null && also.matcher(role).matches());
        return calledSo
                && (words.size() == 1 || also != null || words.containsAll(kind))
                && Titles.areOfOneOffice(role, String.join(" ", kind));
    }

    /** What was described before in these words, or the body whose name can be meant. */
    private Optional<Cluster> referent(
            Phrase phrase, List<Cluster> clusters, List<Described> described, List<Parse> sentences) {
        Optional<Described> again = described.reversed().stream()
                .filter(candidate -> candidate.fits(phrase))
                .findFirst();
        boolean canBeNamed = !phrase.isName() && !phrase.isBare();
        if (again.isEmpty()) {
            return canBeNamed
                    ? named(phrase, clusters, sentences)
                    : isOfAHeadline(phrase, sentences) ? namedLater(phrase, clusters) : Optional.empty();
        }
        Cluster before = again.get().cluster();
        if (!canBeNamed || !isOfABusiness(phrase)) {
            return Optional.of(before);
        }
        List<Cluster> others =
                clusters.stream().filter(cluster -> cluster != before).toList();
        Optional<Cluster> named = named(phrase, others, sentences);
        if (named.isEmpty() || isNearer(before, named.get(), phrase, sentences)) {
            return Optional.of(before);
        }
        if (again.get().opensHeadline()
                && before.mentions().last().end()
                        <= named.get().mentions().first().start()) {
            named.get().join(before);
            clusters.remove(before);
            described.remove(again.get());
        }
        return named;
    }

    /** "You had company": not a company. */
    private static boolean isNoneInParticular(Phrase phrase) {
        return phrase.type() == EntityType.ORGANIZATION
                && phrase.isBare()
                && phrase.sentence().hasRelation(phrase.head(), "obj")
                && BUSINESSES.contains(phrase.lemma());
    }

    private static boolean isOfABusiness(Phrase phrase) {
        return phrase.isDefinite() && (BUSINESSES.contains(phrase.lemma()) || BODIES.contains(phrase.lemma()));
    }

    /** "so many cities rely on a single company": what was only spoken of is not meant before a name. */
    private static boolean isNearer(Cluster described, Cluster named, Phrase phrase, List<Parse> sentences) {
        int offset = phrase.span().start();
        int last = described.lastBefore(offset);
        return last > named.lastBefore(offset) && wasSource(last, sentences);
    }

    /** "the ministry" for "Interior Ministry"; "the rights group" for the organisation last heard as a source. */
    private Optional<Cluster> named(Phrase phrase, List<Cluster> clusters, List<Parse> sentences) {
        List<Integer> ofAName = phrase.sentence().children(phrase.head(), "compound").stream()
                .filter(word ->
                        word < phrase.head() && phrase.sentence().token(word).isName())
                .toList();
        if (!ofAName.isEmpty()) {
            String own = text(phrase.sentence(), phrase.sentence().span(ofAName.getFirst(), ofAName.getLast()));
            return clusters.stream()
                    .filter(cluster -> cluster.type() == EntityType.ORGANIZATION
                            && cluster.key().equals(own.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
        int start = phrase.span().start();
        List<Cluster> organizations = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.ORGANIZATION && cluster.lastBefore(start) >= 0)
                .sorted(Comparator.comparingInt((Cluster cluster) -> cluster.lastBefore(start))
                        .reversed())
                .toList();
        Optional<Cluster> byName = organizations.stream()
                .filter(cluster -> cluster.words().stream().anyMatch(word -> word.equalsIgnoreCase(phrase.lemma())))
                .findFirst();
        if (byName.isPresent() || !phrase.isDefinite()) {
            return byName;
        }
        List<Cluster> near = organizations.stream()
                .filter(cluster -> cluster.lastBefore(start) >= start - REACH)
                .filter(cluster -> canBeCalled(cluster, phrase))
                .toList();
        return near.stream()
                .filter(cluster -> wasSource(cluster.lastBefore(start), sentences))
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    /** A headline has no full stop. */
    private static boolean opensWithAHeadline(List<Parse> sentences) {
        List<Token> first = sentences.getFirst().tokens();
        return !first.isEmpty() && !first.getLast().form().matches("[.?!]");
    }

    private static boolean isOfAHeadline(Phrase phrase, List<Parse> sentences) {
        return opensWithAHeadline(sentences) && sentences.getFirst().equals(phrase.sentence());
    }

    /** "Agency knew of fault" in a headline: the one body that the article goes on to name so. */
    private static Optional<Cluster> namedLater(Phrase phrase, List<Cluster> clusters) {
        List<Cluster> bodies = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.ORGANIZATION && isNamed(cluster))
                .filter(cluster -> cluster.words().size() > 1
                        && cluster.words().stream().anyMatch(word -> word.equalsIgnoreCase(phrase.lemma())))
                .toList();
        return bodies.size() == 1 ? Optional.of(bodies.getFirst()) : Optional.empty();
    }

    private boolean canBeCalled(Cluster cluster, Phrase phrase) {
        String last = cluster.words().getLast();
        boolean saysWhat = nouns.isBody(last) && !last.equalsIgnoreCase("group");
        if (BUSINESSES.contains(phrase.lemma())) {
            return !saysWhat && isNamed(cluster) && phrase.modifiers().isEmpty();
        }
        boolean business = CIVIC.contains(phrase.lemma()) && wasCalledABusiness(cluster);
        return BODIES.contains(phrase.lemma())
                && isNamed(cluster)
                && !business
                && !OFFICIAL.contains(last.toLowerCase(Locale.ROOT));
    }

    /** "The operator, Vale & Coast" */
    private static boolean wasCalledABusiness(Cluster cluster) {
        return cluster.roles().stream()
                .map(role -> role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                .anyMatch(BUSINESSES::contains);
    }

    private static boolean isNamed(Cluster cluster) {
        return Character.isUpperCase(cluster.name().charAt(0));
    }

    /** Whether the name at the offset is part of a subject or of what follows "according to". */
    private static boolean wasSource(int offset, List<Parse> sentences) {
        for (Parse sentence : sentences) {
            if (sentence.sentence().span().contains(offset)) {
                OptionalInt word = sentence.tokens().stream()
                        .filter(token -> token.span().contains(offset))
                        .mapToInt(sentence.tokens()::indexOf)
                        .findFirst();
                return word.isPresent() && isSource(sentence, word.getAsInt());
            }
        }
        return false;
    }

    private static boolean isSource(Parse sentence, int word) {
        int at = word;
        while (sentence.hasRelation(at, "compound", "nmod", "nmod:poss", "flat", "appos")
                && sentence.governor(at).isPresent()) {
            at = sentence.governor(at).getAsInt();
        }
        return sentence.hasRelation(at, "nsubj")
                || sentence.children(at, "case").stream()
                        .anyMatch(child -> sentence.token(child).lemma().equals("accord"));
    }
}
