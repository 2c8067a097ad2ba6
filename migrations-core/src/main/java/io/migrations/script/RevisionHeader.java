/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the header of an SQL script says, for a {@link JavaRevision}: Alembic's variables at the head of a script. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RevisionHeader {

    /** The default of {@link #revises}. */
    String PREVIOUS = "<previous>";

    /** The identity, which no other revision has. */
    String id();

    /**
     * The parents: several make a merge, {@code {}} a base. By default the revision before it in natural order that names
     * no parents either, as for scripts: {@code 004} follows {@code 003_orders.sql}.
     */
    String[] revises() default PREVIOUS;

    /** What it does, in a few words; by default the class name in words. */
    String description() default "";

    /** Ids or branch labels that must be applied before, without being parents. */
    String[] dependsOn() default {};

    /** Names for the branch that starts here. */
    String[] branchLabels() default {};

    /** When it was written: {@code 2024-10-15}. */
    String createDate() default "";

    /**
     * {@code false} where its operations run one by one, outside a transaction. Not needed where all of them refuse one,
     * as a concurrent index does.
     */
    boolean transactional() default true;
}
