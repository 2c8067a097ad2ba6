/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AlterPolicy;
import io.migrations.operation.CreatePolicy;
import io.migrations.operation.CreateTrigger;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import io.migrations.operation.PolicyCommand;
import io.migrations.operation.PolicyTerms;
import io.migrations.operation.RowLevelSecurity;
import io.migrations.operation.SetTriggerState;
import io.migrations.operation.TriggerCall;
import io.migrations.operation.TriggerConstraint;
import io.migrations.operation.TriggerEvent;
import io.migrations.operation.TriggerState;
import io.migrations.operation.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Triggers and policies as calls in Java. */
final class JavaTriggers implements JavaCalls {

    private final JavaValues values;

    JavaTriggers(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateTrigger create) {
            return create(create);
        }
        return operation instanceof SetTriggerState set ? state(set) : security(operation);
    }

    private @Nullable String create(CreateTrigger create) {
        TriggerTiming timing = create.timing();
        TriggerCall call = create.call();
        if (timing == null || call == null) {
            return null;
        }
        Chain chain = Chain.of("trigger")
                .call(
                        switch (timing) {
                            case BEFORE -> "before";
                            case AFTER -> "after";
                            case INSTEAD_OF -> "insteadOf";
                        });
        for (TriggerEvent event : create.events()) {
            chain.call(
                    event.kind().name().toLowerCase(Locale.ROOT),
                    event.columns().stream().map(values::text).toArray(String[]::new));
        }
        chain.callIf(create.reach().row(), "forEachRow")
                .callIfGiven("oldTable", create.reach().oldTable(), values::text)
                .callIfGiven("newTable", create.reach().newTable(), values::text)
                .callIfGiven("when", create.reach().condition(), condition -> values.text(condition.text()));
        constraint(chain, create.constrained());
        List<String> arguments = new ArrayList<>();
        arguments.add(values.text(values.spelt(call.function()) + "()"));
        call.arguments().forEach(argument -> arguments.add(values.text(argument)));
        chain.call("execute", arguments.toArray(String[]::new)).callIf(create.replacing(), "orReplace");
        return JavaCalls.call(
                "createTrigger", "trigger", chain, values.text(create.trigger()), values.name(create.table()));
    }

    private void constraint(Chain chain, @Nullable TriggerConstraint constraint) {
        if (constraint == null) {
            return;
        }
        if (constraint.from() != null) {
            chain.call(
                    "constraint",
                    "new %s(%s.of(%s), %s, %s)"
                            .formatted(
                                    values.operation(TriggerConstraint.class),
                                    values.operation(Name.class),
                                    values.name(constraint.from()),
                                    constraint.deferrable(),
                                    constraint.deferred()));
        } else if (constraint.deferrable()) {
            chain.call(constraint.deferred() ? "initiallyDeferred" : "deferrable");
        } else {
            chain.call("constraint");
        }
    }

    private String state(SetTriggerState set) {
        String table = values.name(set.table());
        String trigger = set.trigger() == null ? null : values.text(set.trigger());
        boolean on = set.state() == TriggerState.ENABLE;
        if (trigger == null) {
            return JavaCalls.call(on ? "enableTriggers" : "disableTriggers", table);
        }
        return on || set.state() == TriggerState.DISABLE
                ? JavaCalls.call(on ? "enableTrigger" : "disableTrigger", table, trigger)
                : JavaCalls.call(
                        "setTriggerState",
                        table,
                        trigger,
                        values.constant(set.state()),
                        values.constant(set.existing()));
    }

    private @Nullable String security(Operation operation) {
        if (operation instanceof CreatePolicy create) {
            Chain chain = Chain.of("policy").callIf(create.restricting(), "restrictive");
            if (create.command() != PolicyCommand.ALL) {
                chain.call("on", values.constant(create.command()));
            }
            String definition = "policy -> " + terms(chain, create.terms());
            return JavaCalls.call(
                    "createPolicy", values.text(create.policy()), values.name(create.table()), definition);
        }
        if (operation instanceof AlterPolicy alter) {
            Chain chain = terms(Chain.of("policy"), alter.terms());
            return JavaCalls.call(
                    "alterPolicy", "policy", chain, values.text(alter.policy()), values.name(alter.table()));
        }
        if (operation instanceof RowLevelSecurity security) {
            String method = switch (security.change()) {
                case ENABLE -> "enableRowLevelSecurity";
                case DISABLE -> "disableRowLevelSecurity";
                case FORCE -> "forceRowLevelSecurity";
                case NO_FORCE -> "noForceRowLevelSecurity";
            };
            return JavaCalls.call(method, values.name(security.table()));
        }
        return null;
    }

    private Chain terms(Chain chain, PolicyTerms terms) {
        return chain.callIfAny("to", terms.roles(), values::text)
                .callIfGiven("using", terms.using(), using -> values.text(using.text()))
                .callIfGiven("withCheck", terms.check(), check -> values.text(check.text()));
    }
}
