/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... ENABLE TRIGGER} and its kind.
 *
 * @param trigger which one; null for all of the table that are not the server's own ({@code USER})
 * @param state what it is then
 * @param existing what it was before
 */
public record SetTriggerState(Name table, @Nullable String trigger, TriggerState state, TriggerState existing)
        implements Operation {

    public SetTriggerState {
        if (trigger != null) {
            Names.require("trigger", trigger);
        }
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE %s %s TRIGGER %s"
                .formatted(table.sql(), state.words(), trigger == null ? "USER" : Identifiers.quoted(trigger)));
    }

    @Override
    public Inverse inverse() {
        return trigger == null
                ? Inverse.none("Nobody knows which triggers of the table '%s' were enabled before; name each of them."
                        .formatted(table))
                : Inverse.of(new SetTriggerState(table, trigger, existing, state));
    }
}
