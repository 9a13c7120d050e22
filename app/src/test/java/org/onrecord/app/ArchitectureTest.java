package org.onrecord.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the design: which package may use which. */
class ArchitectureTest {
    private static final String BASE = "org.onrecord.";
    private static final int FEWEST_CLASSES = 150;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.onrecord");

    private static final List<String> PLATFORM = List.of("java..", "javax..", "org.jspecify..");
    private static final List<String> STAGES =
            List.of("segment", "entity", "syntax", "quote", "attribution", "casualty", "claim");

    @Test
    void noRulePassesByLookingAtNothing() {
        assertTrue(CLASSES.size() >= FEWEST_CLASSES, "only " + CLASSES.size() + " classes were seen");
    }

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of("document", List.of(), List.of()),
                Arguments.of("pipeline", List.of("document"), List.of()),
                Arguments.of("standoff", List.of("document"), List.of("com.fasterxml.jackson..")),
                Arguments.of(
                        "harvest",
                        List.of("document"),
                        List.of(
                                "org.jsoup..",
                                "com.fasterxml.jackson..",
                                "org.mozilla.universalchardet..",
                                "crawlercommons..",
                                "com.rometools..",
                                "org.netpreserve.jwarc..",
                                "opennlp..")),
                Arguments.of(
                        "harvest.fetch",
                        List.of(),
                        List.of("com.fasterxml.jackson..", "crawlercommons.robots..", "org.netpreserve.jwarc..")),
                Arguments.of(
                        "harvest.listing",
                        List.of("harvest.fetch"),
                        List.of(
                                "com.fasterxml.jackson..",
                                "com.rometools..",
                                "crawlercommons.sitemaps..",
                                "org.jsoup..")),
                Arguments.of("segment", List.of("document", "pipeline"), List.of("edu.stanford.nlp..")),
                Arguments.of("syntax", List.of("document", "pipeline"), List.of("edu.stanford.nlp..")),
                Arguments.of("entity", List.of("document", "pipeline", "reference"), List.of("edu.stanford.nlp..")),
                Arguments.of("quote", List.of("document", "pipeline"), List.of()),
                Arguments.of("reference", List.of("document", "pipeline"), List.of()),
                Arguments.of("attribution", List.of("document", "pipeline", "reference"), List.of()),
                Arguments.of("casualty", List.of("document", "pipeline"), List.of()),
                Arguments.of("claim", List.of("document", "pipeline", "reference"), List.of()),
                Arguments.of(
                        "search", List.of("document", "standoff"), List.of("org.apache.lucene..", "crawlercommons..")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void usesOnlyWhatTheTableAllows(String name, List<String> own, List<String> libraries) {
        List<String> allowed = new ArrayList<>(PLATFORM);
        allowed.addAll(libraries);
        allowed.add(BASE + name + "..");
        own.forEach(other -> allowed.add(BASE + other));
        classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stagesNeverUseOneAnother(String stage) {
        String[] others = STAGES.stream()
                .filter(other -> !other.equals(stage))
                .map(other -> BASE + other)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    static Stream<String> stages() {
        return STAGES.stream();
    }

    @Test
    void evaluationAndTheProgramAreNotUsedFromBelow() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "app..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "app..", BASE + "eval..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "eval..")
                .check(CLASSES);
    }

    /** Commands start the server and give it what ingests; it knows neither them nor who adds routes. */
    @Test
    void theServerDoesNotUseTheCommands() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "app.serve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "app", BASE + "app.pages..")
                .check(CLASSES);
    }

    @Test
    void onlyTheProgramWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
