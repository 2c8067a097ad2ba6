/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * One change of a database, as a value: Alembic's operation object. What is not in the vocabulary may be written as an
 * operation of one's own. Implementations are immutable, and two of the same content are equal.
 */
public interface Operation {

    /** The statements that do it, in order, each without a semicolon at its end. */
    List<String> statements();

    /** What undoes it, or why nothing does. */
    Inverse inverse();
}
