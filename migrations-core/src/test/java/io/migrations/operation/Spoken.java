/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The words of revisions, and what operation they make. */
interface Spoken
        extends ColumnOperations,
                CommentOperations,
                ConstraintOperations,
                DomainOperations,
                IndexOperations,
                PartitionOperations,
                PolicyOperations,
                PrivilegeOperations,
                RoutineOperations,
                RowOperations,
                SchemaOperations,
                SequenceOperations,
                TableOperations,
                TriggerOperations,
                TypeOperations,
                ViewOperations {

    /** The one operation that is said. */
    static Operation operation(Consumer<Spoken> words) {
        return operations(words).get(0);
    }

    /** The operations that are said. */
    static List<Operation> operations(Consumer<Spoken> words) {
        List<Operation> said = new ArrayList<>();
        words.accept(said::add);
        return said;
    }
}
