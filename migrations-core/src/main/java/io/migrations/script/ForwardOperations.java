/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.Operation;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The upgrade of a reversible revision: what goes up. */
record ForwardOperations(Operations op) implements ReversibleOperations {

    @Override
    public void invoke(Operation operation) {
        op.invoke(operation);
    }

    @Override
    public JdbcClient jdbc() {
        return op.jdbc();
    }

    @Override
    public void irreversible(String why) {
        op.irreversible(why);
    }

    @Override
    public void reversible(Consumer<Operations> up, Consumer<Operations> down) {
        up.accept(op);
    }
}
