/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of every revision, in the place of {@code @Test} on a method of a Spring test: up, down and up again in a scratch
 * database. It is one test for each revision, with the revision's name, which fails with what differs: a downgrade that does
 * not restore the catalog or the rows, or a script that fails. One that stands on a revision that failed is aborted. A last
 * one is for the repeatable scripts and the rows as a whole.
 *
 * <p>The method's body may stay empty; it runs for each revision that is sound, and may take the
 * {@link io.migrations.comparison.Verification} of them all as a parameter.
 *
 * <p>The application's own database is not migrated for a class with such a method, and what the application does by itself
 * when it starts is left out: beans are made when they are asked for, runners do not run. With
 * {@link MigratedDatabase @MigratedDatabase} beside it, the class starts as any other.
 *
 * <p>Faults in the use are {@link InvalidMigrationTestException}s; a server that gives no scratch database makes the test
 * fail with a {@link io.migrations.comparison.ScratchRefusedException}.
 *
 * @see io.migrations.comparison.MigrationVerifier
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {

    /**
     * Targets that the round trips start from, such as a revision's id: what is up to them is applied once and not tried.
     * By default none.
     */
    String[] from() default {};

    /** Targets that they go to. */
    String[] to() default "heads";

    /**
     * A script with rows that have to survive the round trips, such as {@code classpath:seed.sql}. Each statement runs as
     * soon as its tables are there. By default none.
     */
    String data() default "";

    /** Whether a revision without downgrade is a fault. */
    boolean requireDowngrades() default false;

    /** The name of the migrator in an application with several: that of {@code migrations.instances}, or of its bean. */
    String instance() default "";
}
