package io.newsfold.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dependencies between modules, packages and stages, and the libraries that each may use. */
class ArchitectureTest {
    private static final String ROOT = "io.newsfold.";
    /** In the order of the flow; a stage may use those before it. */
    private static final List<String> STAGES =
            List.of("clean", "tag", "classify", "revision", "fingerprint", "match", "cluster", "story", "stream");
    /** The programs and what reads or writes topics for them. */
    private static final String[] KAFKA_USERS = {
        "io.newsfold.contract..",
        "io.newsfold.kafka..",
        "io.newsfold.ingest.publish..",
        "io.newsfold.enrich.stream..",
        "io.newsfold.sink..",
        "io.newsfold.desk..",
        "io.newsfold.cli..",
        "io.newsfold.lab.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // test jars of other modules, which lab uses
            .withImportOption(location -> !location.contains("tests.jar") && !location.contains("jmh_generated"))
            .importPackages("io.newsfold");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.newsfold.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "tag", "classify", "revision", "fingerprint", "match", "cluster", "story"})
    void noStageDependsOnALaterOne(String stage) {
        String[] later = STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size()).stream()
                .map(name -> ROOT + "enrich." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "enrich." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .check(CLASSES);
    }

    @Test
    void onlyTheStreamPackageUsesKafkaStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.newsfold.enrich.stream..", "io.newsfold.lab.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams..")
                .check(CLASSES);
    }

    @Test
    void onlyReadersAndWritersOfTopicsUseKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(KAFKA_USERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void theContractUsesHeadersAndSerializersOfKafkaOnly() {
        classes()
                .that()
                .resideInAPackage("io.newsfold.contract..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "org.apache.kafka.common.header..", "org.apache.kafka.common.serialization..")
                        .or(resideInAPackage("org.apache.kafka..").negate()))
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "contract, kafka text ingest enrich sink desk cli lab",
        "kafka, text ingest enrich sink desk cli lab",
        "text, kafka ingest enrich sink desk cli lab",
        "ingest, enrich sink desk cli lab",
        "enrich, kafka ingest sink desk cli lab",
        "sink, ingest enrich desk cli lab",
        "desk, enrich cli lab",
        "cli, lab"
    })
    void aModuleDependsOnNoneOf(String module, String others) {
        String[] forbidden = List.of(others.split(" ")).stream()
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(CLASSES);
    }

    @Test
    void noStageReadsAClock() {
        noClasses()
                .that()
                .resideInAPackage("io.newsfold.enrich..")
                .and()
                .resideOutsideOfPackage("io.newsfold.enrich.stream..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void aTopLevelTypeHasASimpleNameOfItsOwnInItsModule() {
        assertThat(namesakes(JavaClass::isTopLevelClass)).isEmpty();
    }

    @Test
    void aNestedTypeHasNoNameOfATopLevelTypeInItsModule() {
        Map<String, Set<String>> all = namesakes(type -> !type.isAnonymousClass() && !type.isLocalClass());
        Set<String> topLevel = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(type -> module(type) + " " + type.getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        all.keySet().retainAll(topLevel);

        assertThat(all).isEmpty();
    }

    /** Types that share module and simple name, by both. */
    private static Map<String, Set<String>> namesakes(Predicate<JavaClass> which) {
        Map<String, Set<String>> types = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            boolean generated = type.getSimpleName().equals("package-info")
                    || type.getPackageName().contains("jmh_generated")
                    || type.getSimpleName().contains("$$")
                    || type.getSimpleName().startsWith("Jte");
            if (!generated && which.test(type)) {
                types.computeIfAbsent(module(type) + " " + type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName());
            }
        }
        types.values().removeIf(names -> names.size() == 1);
        return types;
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
