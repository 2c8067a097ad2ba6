/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.ColumnOperations;
import io.migrations.operation.CommentOperations;
import io.migrations.operation.ConstraintOperations;
import io.migrations.operation.DomainOperations;
import io.migrations.operation.IndexOperations;
import io.migrations.operation.PartitionOperations;
import io.migrations.operation.PolicyOperations;
import io.migrations.operation.PrivilegeOperations;
import io.migrations.operation.RoutineOperations;
import io.migrations.operation.RowOperations;
import io.migrations.operation.SchemaOperations;
import io.migrations.operation.SequenceOperations;
import io.migrations.operation.TableOperations;
import io.migrations.operation.TriggerOperations;
import io.migrations.operation.TypeOperations;
import io.migrations.operation.ViewOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a revision in Java can do: Alembic's {@code op}. Every part of the vocabulary is an interface of its own in
 * {@code io.migrations.operation}. For use in the call it is given to, on that thread.
 */
public interface Operations
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

    /**
     * The database, for work on data: on the connection that migrates, in the revision's transaction. Whatever can be
     * said with operations is better said so: what happens through this cannot be shown before it runs, nor written as
     * a script, nor kept in the database for builds that do not have the class.
     */
    JdbcClient jdbc();

    /**
     * Says in a downgrade that there is no way back; nothing after it counts.
     *
     * @param why a sentence for whoever wants to go back
     */
    void irreversible(String why);
}
