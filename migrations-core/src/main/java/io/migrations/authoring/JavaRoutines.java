/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.CreateFunction;
import io.migrations.operation.CreateProcedure;
import io.migrations.operation.FunctionTraits;
import io.migrations.operation.Operation;
import io.migrations.operation.RoutineText;
import io.migrations.operation.Signature;
import io.migrations.operation.Sql;
import io.migrations.operation.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions and procedures as calls in Java. */
final class JavaRoutines implements JavaCalls {

    private final JavaValues values;

    JavaRoutines(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateFunction create) {
            FunctionTraits traits = create.traits();
            if (traits.volatility() == Volatility.VOLATILE) {
                return null;
            }
            Chain chain = Chain.of("function").callIfGiven("returns", create.returns(), values::type);
            return text(traits(chain, traits), create.text())
                    ? JavaCalls.call(
                            "createFunction",
                            "function",
                            chain.callIf(create.replacing(), "orReplace"),
                            signature(create.signature()))
                    : null;
        }
        if (operation instanceof CreateProcedure create) {
            Chain chain = Chain.of("procedure");
            return text(chain, create.text())
                    ? JavaCalls.call(
                            "createProcedure",
                            "procedure",
                            chain.callIf(create.replacing(), "orReplace"),
                            signature(create.signature()))
                    : null;
        }
        return null;
    }

    private String signature(Signature signature) {
        String arguments = signature.arguments();
        return values.text(values.spelt(signature.name()) + (arguments == null ? "" : "(" + arguments + ")"));
    }

    private Chain traits(Chain chain, FunctionTraits traits) {
        return chain.callIf(traits.volatility() == Volatility.IMMUTABLE, "immutable")
                .callIf(traits.volatility() == Volatility.STABLE, "stable")
                .callIf(traits.strict(), "strict")
                .callIf(traits.leakproof(), "leakproof")
                .callIf(traits.window(), "window")
                .callIfGiven("parallel", traits.parallelism(), values::constant)
                .callIfGiven("cost", traits.cost(), values::number)
                .callIfGiven("rows", traits.rows(), values::number)
                .callIfGiven("support", traits.support(), values::name);
    }

    /** Adds what both have; false where a setting has a value that source code has no word for. */
    private boolean text(Chain chain, RoutineText text) {
        chain.callIfGiven("language", text.language(), values::text).callIf(text.definer(), "securityDefiner");
        for (var setting : new TreeMap<>(text.settings()).entrySet()) {
            List<String> arguments =
                    setting.getValue().stream().map(this::setting).toList();
            if (arguments.contains("")) {
                return false;
            }
            var all = new ArrayList<>(List.of(values.text(setting.getKey())));
            all.addAll(arguments);
            chain.call("set", all.toArray(String[]::new));
        }
        chain.callIfGiven(text.parsed() ? "sqlBody" : "body", text.body(), values::text);
        return true;
    }

    private String setting(Object value) {
        if (value instanceof Sql sql) {
            return values.sql(sql);
        }
        if (value instanceof String text) {
            return values.text(text);
        }
        return value instanceof Integer || value instanceof Boolean ? value.toString() : "";
    }
}
