/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Execute;
import io.migrations.operation.Operation;
import java.util.List;

/** How objects of one kind are made, changed and dropped. What all kinds have in common, such as comments, is no part of it. */
interface Rendering {

    List<Change> create(SchemaObject object);

    List<Change> drop(SchemaObject object);

    /** From one to the other, of which {@link #isAlterable} has said that there is a way. */
    List<Change> alter(SchemaObject before, SchemaObject after);

    /** Whether one becomes the other without being dropped. */
    boolean isAlterable(SchemaObject before, SchemaObject after);

    static Change change(Operation operation, String... remarks) {
        return new Change(operation, List.of(remarks));
    }

    /** One statement, as it is. */
    static Change sql(String statement, String... remarks) {
        return change(new Execute(List.of(statement)), remarks);
    }
}
