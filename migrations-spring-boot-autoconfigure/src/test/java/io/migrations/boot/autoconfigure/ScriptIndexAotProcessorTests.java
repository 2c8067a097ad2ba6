/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.script.ScriptIndex;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;

/** What a build writes down for a native image; it connects to nothing. */
class ScriptIndexAotProcessorTests {

    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    private final RuntimeHints hints = new RuntimeHints();

    private void process(String... properties) {
        var context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("migrations.url=jdbc:postgresql://localhost:1/nowhere")
                .and(properties)
                .applyTo(context);
        context.register(MigrationsAutoConfiguration.class);
        generate(context);
    }

    private void generate(GenericApplicationContext context) {
        var generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("io.migrations.boot", "Generated")), files, hints);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
    }

    @Test
    void theScriptsAndClassesAreListedAndMayBeRead() throws Exception {
        process("migrations.packages=io.migrations.boot.autoconfigure.packaged");

        assertThat(files.getGeneratedFileContent(Kind.RESOURCE, ScriptIndex.LOCATION))
                .isEqualTo("""
                script db/migrations/001_create_orders.sql
                script db/migrations/002_add_notes.sql
                revision io.migrations.boot.autoconfigure.packaged.PackagedRevision
                """);
        for (String resource : new String[] {ScriptIndex.LOCATION, "db/migrations/001_create_orders.sql"}) {
            assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints);
        }
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(TypeReference.of("io.migrations.boot.autoconfigure.packaged.PackagedRevision"))
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("db/other/001.sql"))
                .rejects(hints);
    }

    @Test
    void theOnesOfEachInstanceAreAmongThem() throws Exception {
        process(
                "migrations.instances.shop.url=jdbc:postgresql://localhost:1/shop",
                "migrations.instances.audit.url=jdbc:postgresql://localhost:1/audit",
                "migrations.instances.audit.locations=classpath:writes,file:/srv/migrations");

        assertThat(files.getGeneratedFileContent(Kind.RESOURCE, ScriptIndex.LOCATION))
                .contains("script db/migrations/001_create_orders.sql", "script writes/002_add_notes.sql")
                .doesNotContain("srv");
    }

    @Test
    void whatTheEngineItselfReadsIsThere() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));

        assertThat(RuntimeHintsPredicates.resource().forResource("io/migrations/schema/tables.sql"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Connection.class))
                .accepts(hints);
    }
}
