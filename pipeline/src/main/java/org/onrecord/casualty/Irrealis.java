package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** Whether what is said to have happened did: hypothetical, threatened and asked-about harm is no figure. */
final class Irrealis {
    private static final Set<String> NOT_DONE = Set.of(
            "threaten",
            "vow",
            "plan",
            "plot",
            "attempt",
            "try",
            "order",
            "urge",
            "want",
            "prepare",
            "conspire",
            "refuse",
            "fail",
            "avoid",
            "hope",
            "wish",
            "intend",
            "predict",
            "forecast",
            "foil",
            "thwart",
            "prevent",
            "simulate",
            "imagine",
            "expect",
            "warn",
            "call",
            "decline",
            "seek",
            "aim",
            "sentence",
            "promise",
            "pledge",
            "project");
    private static final Set<String> STORIES = Set.of(
            "drill",
            "simulation",
            "exercise",
            "film",
            "movie",
            "novel",
            "game",
            "thriller",
            "series",
            "play",
            "plot",
            "threat",
            "plan",
            "attempt",
            "bid",
            "model",
            "scenario",
            "forecast",
            "conspiracy");
    private static final String SPEECH =
            "say|tell|report|announce|add|confirm|claim|state|note|learn|know|believe|fear|deny";
    private static final int FURTHEST_CLIMB = 6;

    /** A "not" that far before the verb belongs to something else: "Not counting the attacker, 11 died". */
    private static final int NEGATION = 4;

    private static final Pattern RATE = Pattern.compile(
            "(?i)\\b(?:in which \\w+ or more|annually|(?:annual|yearly|daily|weekly|monthly) average|(?:on|an) average|(?:every|each) (?:single )?(?:day|week|month|year|hour|minute)|per (?:day|week|month|year)|\\d+ times more likely)\\b");

    private final Parse sentence;

    Irrealis(Parse sentence) {
        this.sentence = sentence;
    }

    /** The modality of the harm at a word; empty where it did not happen or is not said to have. */
    Optional<Modality> modality(int anchor) {
        if (isStaged(anchor) || (isAsked() && !sentence.hasRelation(anchor, "acl:relcl"))) {
            return Optional.empty();
        }
        Modality modality = Modality.ASSERTED;
        int at = anchor;
        for (int climbed = 0; climbed < FURTHEST_CLIMB; climbed++) {
            Optional<Modality> here = at(at);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            modality = here.get() == Modality.ASSERTED ? modality : here.get();
            OptionalInt up = sentence.governor(at);
            if (up.isEmpty()) {
                break;
            }
            String above = sentence.token(up.getAsInt()).lemma().toLowerCase(Locale.ROOT);
            if (sentence.hasRelation(at, "parataxis", "acl:relcl") || isRelative(at) || isBackground(at)) {
                break;
            }
            if (sentence.hasRelation(at, "dep") && up.getAsInt() > at) {
                break; // the parser’s guess at a clause inside another
            }
            boolean infinitive = sentence.hasRelation(at, "xcomp", "acl", "ccomp", "advcl", "obj")
                    || (sentence.hasRelation(at, "nmod", "obl") && !stands(at));
            boolean finiteReport = sentence.hasRelation(at, "ccomp") && above.matches(SPEECH);
            if (infinitive
                    && !finiteReport
                    && ((NOT_DONE.contains(above) && !isSpeechWithPast(at)) || STORIES.contains(above))) {
                return Optional.empty();
            }
            at = up.getAsInt();
        }
        return Optional.of(modality);
    }

    /** "About 1,290 people die annually", "on average 160 injuries every day": a rate, and nobody’s fate. */
    boolean isRate(int word) {
        int from = word;
        while (from > 0 && !sentence.token(from - 1).form().equals(";")) {
            from--;
        }
        String part = sentence.tokens().subList(from, sentence.size()).stream()
                .map(Token::form)
                .takeWhile(form -> !form.equals(";"))
                .collect(Collectors.joining(" "));
        return RATE.matcher(part).find();
    }

    private boolean isAsked() {
        return sentence.token(sentence.size() - 1).form().equals("?");
    }

    /** "Nobody is killed on screen" */
    boolean isStaged(int anchor) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .anyMatch(word -> sentence.token(word).lemma().matches("screen|stage|film"));
    }

    /** "is expected in court over the shooting in the street that killed three", wherever the parser hung it */
    private boolean isRelative(int word) {
        return sentence.token(word).tag().equals("VBD")
                && sentence.children(word, "nsubj").stream()
                        .anyMatch(subject -> sentence.token(subject).tag().equals("WDT"));
    }

    /** "declined to comment after 12 had died": what came first is not what was declined. */
    private boolean isBackground(int word) {
        return sentence.hasRelation(word, "advcl")
                && sentence.children(word, "mark", "advmod", "case").stream()
                        .anyMatch(link -> sentence.token(link)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("after|when|since|because|as|while|although"));
    }

    /** "With the toll at 88, officials expect worse": is not what they expect. */
    private boolean stands(int word) {
        return sentence.children(word, "case").stream()
                .anyMatch(link -> sentence.token(link)
                        .lemma()
                        .toLowerCase(Locale.ROOT)
                        .matches("with|after|since|despite|amid|in|during"));
    }

    /** "warned that 12 had died" did happen; "warned that thousands could die" is caught by its auxiliary. */
    private boolean isSpeechWithPast(int word) {
        return sentence.hasRelation(word, "ccomp")
                && sentence.children(word, "aux", "aux:pass").stream()
                        .anyMatch(aux -> sentence.token(aux).tag().matches("VBD|VBZ|VBP"));
    }

    private Optional<Modality> at(int word) {
        Modality modality = Modality.ASSERTED;
        boolean perfect = sentence.children(word, "aux").stream()
                .anyMatch(aux -> sentence.token(aux).lemma().equals("have"));
        for (int child : sentence.children(word)) {
            String lemma = sentence.token(child).lemma().toLowerCase(Locale.ROOT);
            if (sentence.token(child).tag().equals("MD")) {
                boolean epistemic = lemma.matches("may|might")
                        && (perfect || (!sentence.token(word).isVerb() && lemma.matches("may|might")));
                if (!epistemic) {
                    return Optional.empty();
                }
                modality = Modality.POSSIBLE;
            }
            if (sentence.hasRelation(child, "mark") && lemma.matches("if|unless|whether")) {
                return Optional.empty();
            }
            if (sentence.hasRelation(child, "neg")
                    || (sentence.hasRelation(child, "advmod")
                            && lemma.matches("not|never|n't|nearly|almost|narrowly|barely")
                            && word - child <= NEGATION)) {
                return Optional.empty();
            }
            if (sentence.hasRelation(child, "advmod", "dep")
                    && lemma.matches("reportedly|allegedly|apparently|purportedly|supposedly")) {
                modality = Modality.ALLEGED;
            }
            if (sentence.hasRelation(child, "advmod") && lemma.matches("possibly|probably|likely|perhaps")) {
                modality = Modality.POSSIBLE;
            }
        }
        String lemma = sentence.token(word).lemma().toLowerCase(Locale.ROOT);
        if (lemma.matches("fear|presume")
                || (lemma.matches("believe|think") && sentence.token(word).tag().equals("VBN"))) {
            modality = Modality.FEARED;
        }
        return Optional.of(modality);
    }
}
