/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.migrations.boot");

    @Test
    void autoConfigurationsArePublicAndFinalWithoutPublicMembers() {
        classes()
                .that()
                .areAnnotatedWith(AutoConfiguration.class)
                .should()
                .haveModifier(PUBLIC)
                .andShould()
                .haveModifier(FINAL)
                .andShould(have(DescribedPredicate.describe(
                        "no public members",
                        type -> type.getMembers().stream()
                                .filter(member -> !member.getName().equals("<init>"))
                                .map(JavaMember::getModifiers)
                                .noneMatch(modifiers -> modifiers.contains(PUBLIC)))))
                .because("they are named by users, never called")
                .check(CLASSES);
    }

    @Test
    void everyAutoConfigurationIsRegistered() throws IOException {
        var imports = new ClassPathResource(
                "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
        List<String> registered =
                imports.getContentAsString(StandardCharsets.UTF_8).lines().toList();

        assertThat(CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void everyFailureAnalyzerIsRegistered() {
        List<String> registered = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory())
                                .and(Environment.class, new StandardEnvironment()),
                        // Some of Boot's are for classes that are not here.
                        FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .map(analyzer -> analyzer.getClass().getName())
                .toList();

        assertThat(CLASSES.stream()
                        .filter(type -> type.isAssignableTo(FailureAnalyzer.class)
                                && !type.getModifiers().contains(ABSTRACT))
                        .map(JavaClass::getName))
                .hasSizeGreaterThan(15)
                .isSubsetOf(registered);
    }

    @Test
    void beanMethodsAreNotPublicAndReturnTypesThatUsersCanName() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .notBePublic()
                .andShould(have(DescribedPredicate.<JavaMethod>describe(
                        "a return type that is not private",
                        method -> !method.getRawReturnType().getModifiers().contains(PRIVATE))))
                .because("a user's bean of that type must be able to take their place")
                .check(CLASSES);
    }

    @Test
    void noBeanMethodIsConditionalOnAClass() {
        noMethods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .beAnnotatedWith(ConditionalOnClass.class)
                .because("the method's own types are loaded first")
                .check(CLASSES);
    }

    @Test
    void conditionsAndFailureAnalyzersAreNotPublic() {
        noClasses()
                .that()
                .areAssignableTo(Condition.class)
                .or(assignableTo(FailureAnalyzer.class))
                .should()
                .bePublic()
                .check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("io.migrations.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnTheOptionalActuatorButItsOwnPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.migrations.boot.actuate..", "io.migrations.boot.monitor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.boot.actuate..", "org.springframework.boot.health..", "io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnWhatIsOptionalButItsOwnPackage() {
        for (Map.Entry<String, String[]> optional : Map.of(
                        "io.migrations.boot.model.jpa",
                        new String[] {
                            "org.hibernate..",
                            "jakarta.persistence..",
                            "jakarta.validation..",
                            "org.springframework.orm.."
                        },
                        "io.migrations.boot.model.jdbc",
                        new String[] {"org.springframework.data.."},
                        "io.migrations.boot.actuate",
                        new String[] {
                            "jakarta.servlet..",
                            "org.springframework.security..",
                            "org.springframework.web..",
                            "reactor.."
                        },
                        "io.migrations.boot.connection",
                        new String[] {"org.testcontainers..", "org.springframework.boot.testcontainers.."})
                .entrySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(optional.getKey())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(optional.getValue())
                    .check(CLASSES);
        }
    }

    @Test
    void nothingOfARunningApplicationDependsOnTestsOrOnWhatTheyNeed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.migrations.boot.test")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.migrations.boot.test",
                        "org.junit..",
                        "org.opentest4j..",
                        "org.springframework.test..",
                        "org.springframework.boot.test..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.migrations.boot.test")
                .should()
                .beAnnotatedWith(AutoConfiguration.class)
                .because("an application that has them on its classpath is none the wiser")
                .check(CLASSES);
    }

    @Test
    void caseIsChangedWithALocale() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allMatch(rooms -> rooms.isAnnotatedWith(NullMarked.class));
    }
}
