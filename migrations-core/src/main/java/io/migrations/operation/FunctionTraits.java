/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner is told about a function. "CREATE FUNCTION" in the PostgreSQL documentation.
 *
 * @param volatility what its results depend on
 * @param strict whether it is null for a null without being asked
 * @param leakproof whether it tells nothing of its arguments but its result
 * @param window whether it is a window function
 * @param parallelism whether it may run in a parallel plan
 * @param cost what a call costs, in units of {@code cpu_operator_cost}
 * @param rows how many rows it returns, if it returns a set
 * @param support the function that plans for it
 */
public record FunctionTraits(
        @Nullable Volatility volatility,
        boolean strict,
        boolean leakproof,
        boolean window,
        @Nullable Parallelism parallelism,
        @Nullable Long cost,
        @Nullable Long rows,
        @Nullable Name support) {

    /** Nothing said. */
    public static final FunctionTraits NONE = new FunctionTraits(null, false, false, false, null, null, null, null);

    FunctionTraits volatility(Volatility other) {
        return new FunctionTraits(other, strict, leakproof, window, parallelism, cost, rows, support);
    }

    FunctionTraits strict(boolean other) {
        return new FunctionTraits(volatility, other, leakproof, window, parallelism, cost, rows, support);
    }

    FunctionTraits leakproof(boolean other) {
        return new FunctionTraits(volatility, strict, other, window, parallelism, cost, rows, support);
    }

    FunctionTraits window(boolean other) {
        return new FunctionTraits(volatility, strict, leakproof, other, parallelism, cost, rows, support);
    }

    FunctionTraits parallel(Parallelism other) {
        return new FunctionTraits(volatility, strict, leakproof, window, other, cost, rows, support);
    }

    FunctionTraits cost(long other) {
        return new FunctionTraits(volatility, strict, leakproof, window, parallelism, other, rows, support);
    }

    FunctionTraits rows(long other) {
        return new FunctionTraits(volatility, strict, leakproof, window, parallelism, cost, other, support);
    }

    FunctionTraits support(Name other) {
        return new FunctionTraits(volatility, strict, leakproof, window, parallelism, cost, rows, other);
    }

    /** As SQL; empty where nothing is said. */
    String sql() {
        List<String> parts = new ArrayList<>();
        if (window) {
            parts.add("WINDOW");
        }
        if (volatility != null) {
            parts.add(volatility.name());
        }
        if (strict) {
            parts.add("STRICT");
        }
        if (leakproof) {
            parts.add("LEAKPROOF");
        }
        add(parts, "PARALLEL", parallelism);
        add(parts, "COST", cost);
        add(parts, "ROWS", rows);
        add(parts, "SUPPORT", support == null ? null : support.sql());
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String words, @Nullable Object value) {
        if (value != null) {
            parts.add(words + " " + value);
        }
    }
}
