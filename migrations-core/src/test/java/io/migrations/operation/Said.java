/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what is said in the vocabulary of tables and rows. */
record Said(List<Operation> operations)
        implements TableOperations, ColumnOperations, ConstraintOperations, IndexOperations, RowOperations {

    /** The one operation that is said. */
    static Operation one(Consumer<Said> words) {
        List<Operation> operations = all(words);
        assertThat(operations).hasSize(1);
        return operations.get(0);
    }

    static List<Operation> all(Consumer<Said> words) {
        var said = new Said(new ArrayList<>());
        words.accept(said);
        return said.operations;
    }

    @Override
    public void invoke(Operation operation) {
        operations.add(operation);
    }
}
