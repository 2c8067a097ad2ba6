/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

/** Where it is said what the schema is to be. */
public enum ModelSource {
    /** The first of the others that there is. */
    AUTO,
    /** Scripts that make the whole schema. */
    SCRIPT,
    /** The JPA entities, as Hibernate maps them. */
    JPA,
    /** The entities of Spring Data JDBC. */
    SPRING_DATA_JDBC,
    /** Nowhere. */
    NONE
}
