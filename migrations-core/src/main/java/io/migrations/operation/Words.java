/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts the clauses of a statement one after the other. */
final class Words {

    private Words() {}

    /** The clauses with a blank between them; an empty one is left out. */
    static String join(String... clauses) {
        return Arrays.stream(clauses).filter(clause -> !clause.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A clause that is there or not. */
    static String when(boolean condition, String clause) {
        return condition ? clause : "";
    }
}
