/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.List;

/** {@link SchemaModel} that is known from the start. */
record StatementModel(String name, boolean isComplete, boolean isRough, List<ModelStatement> statements)
        implements SchemaModel {

    StatementModel {
        statements = List.copyOf(statements);
    }
}
