/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.SqlScript;

/** The text of a query that a statement ends with, or nearly so. */
final class Query {

    private Query() {}

    /**
     * The query without what stands around it; comments within it stay.
     *
     * @param of what it is the query of, for the message
     * @throws InvalidOperationException where it is not one whole statement
     */
    static String require(String of, String text) {
        var script = SqlScript.parse(text);
        if (!script.faults().isEmpty()) {
            throw new InvalidOperationException(
                    "The query of %s is not whole: %s"
                            .formatted(of, script.faults().get(0).message()),
                    "Correct it.");
        }
        if (script.statements().size() != 1) {
            throw new InvalidOperationException(
                    "The query of %s has %d statements."
                            .formatted(of, script.statements().size()),
                    "Write one.");
        }
        return script.statements().get(0).text();
    }
}
