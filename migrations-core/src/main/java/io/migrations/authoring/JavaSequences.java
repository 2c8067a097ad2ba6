/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AlterSequence;
import io.migrations.operation.CreateSequence;
import io.migrations.operation.Operation;
import io.migrations.operation.RestartSequence;
import io.migrations.operation.SequenceSettings;
import org.jspecify.annotations.Nullable;

/** Sequences as calls in Java. */
final class JavaSequences implements JavaCalls {

    private final JavaValues values;

    JavaSequences(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateSequence create) {
            Chain options = settings(create.settings()).callIf(create.tolerant(), "ifNotExists");
            return JavaCalls.call("createSequence", "sequence", options, values.name(create.sequence()));
        }
        if (operation instanceof AlterSequence alter) {
            return JavaCalls.call(
                    "alterSequence", "sequence", settings(alter.settings()), values.name(alter.sequence()));
        }
        if (operation instanceof RestartSequence restart) {
            Long value = restart.value();
            return value == null
                    ? JavaCalls.call("restartSequence", values.name(restart.sequence()))
                    : JavaCalls.call("restartSequence", values.name(restart.sequence()), values.number(value));
        }
        return null;
    }

    private Chain settings(SequenceSettings settings) {
        Chain chain = Chain.of("sequence")
                .callIfGiven("as", settings.type(), values::type)
                .callIfGiven("start", settings.start(), values::number)
                .callIfGiven("increment", settings.increment(), values::number)
                .callIfGiven("min", settings.minimum(), values::number)
                .callIfGiven("max", settings.maximum(), values::number)
                .callIfGiven("cache", settings.cache(), values::number);
        if (settings.cycling() != null) {
            chain.call("cycle", settings.cycling() ? new String[0] : new String[] {"false"});
        }
        SequenceSettings.Owner owner = settings.owner();
        if (owner == null) {
            return chain;
        }
        return owner.table() == null || owner.column() == null
                ? chain.call("ownedByNone")
                : chain.call("ownedBy", values.name(owner.table()), values.text(owner.column()));
    }
}
