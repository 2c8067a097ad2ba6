/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of core and what each may import. */
class RoomsTests {

    private static final String ROOT = "io.migrations";

    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("revision", List.of()),
            Map.entry("sql", List.of()),
            Map.entry("operation", List.of("sql")),
            Map.entry("script", List.of("revision", "sql", "operation")),
            Map.entry("history", List.of("revision")),
            Map.entry("schema", List.of("operation", "sql")),
            Map.entry("engine", List.of("revision", "sql", "operation", "script", "history", "schema")),
            Map.entry("authoring", List.of("sql", "operation", "script", "schema")),
            Map.entry(
                    "comparison",
                    List.of("revision", "sql", "operation", "script", "history", "schema", "engine", "authoring")),
            Map.entry("lint", List.of("script", "sql", "operation")),
            Map.entry("command", List.of("authoring", "comparison", "engine", "schema", "lint", "script", "revision")));

    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyTheRoomsBelowIt(String room) {
        String[] allowed = Stream.concat(Stream.of(room), MAY_IMPORT.get(room).stream())
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
        var forbidden = new DescribedPredicate<JavaClass>("a room other than " + Arrays.toString(allowed)) {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith(ROOT + ".")
                        && !List.of(allowed).contains(type.getPackageName());
            }
        };
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room)
                .should()
                .dependOnClassesThat(forbidden)
                .because("imports between rooms go one way, so that each can be read by itself")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyPackageIsARoom() {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(ROOT), MAY_IMPORT.keySet().stream().map(room -> ROOT + "." + room))
                        .toArray(String[]::new))
                .check(CORE);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void thePureRoomsDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".revision", ROOT + ".sql", ROOT + ".operation", ROOT + ".lint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "java.io..", "java.nio.file..", "org.springframework..")
                .because("the centre is pure: it takes values and returns values")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void onlyTheEdgesTouchTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".history", ROOT + ".engine", ROOT + ".schema", ROOT + ".comparison", ROOT + ".script")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..")
                .check(CORE);
    }

    @Test
    void revisionsInJavaAreHandedTheDatabaseAndNothingElseIs() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".script")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("of JDBC but JdbcClient") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName()
                                        .matches("java(x)?\\.sql|org\\.(postgresql|springframework\\.jdbc)(\\..*)?")
                                && !type.getSimpleName().equals("JdbcClient");
                    }
                })
                .because("op.jdbc() is given by the engine; the room itself asks no database anything")
                .check(CORE);
    }

    @Test
    void coreKnowsNoSpringBoot() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.boot..", "org.springframework.context..")
                .because("core serves applications without Boot, too")
                .check(CORE);
    }
}
