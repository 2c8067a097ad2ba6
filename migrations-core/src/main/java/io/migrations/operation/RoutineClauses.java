/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How it is said what a function or a procedure does.
 *
 * @param <R> what does it
 */
public interface RoutineClauses<R> {

    /** What is said so far. */
    RoutineText text();

    /** The same with another text. */
    R with(RoutineText text);

    /** {@code LANGUAGE}: {@code plpgsql}, {@code sql}. */
    default R language(String name) {
        Names.require("language", name);
        RoutineText now = text();
        return with(new RoutineText(name, now.body(), now.parsed(), now.definer(), now.settings()));
    }

    /** {@code AS}: its text, as it is, quotes and dollars and all. */
    default R body(String body) {
        RoutineText now = text();
        return with(new RoutineText(now.language(), body, false, now.definer(), now.settings()));
    }

    /**
     * A body that is parsed when it is created: {@code RETURN a + b}, or {@code BEGIN ATOMIC ...; END}. What it uses
     * cannot be dropped without it.
     */
    default R sqlBody(String body) {
        RoutineText now = text();
        return with(new RoutineText(now.language(), body, true, now.definer(), now.settings()));
    }

    /** {@code SECURITY DEFINER}: with the privileges of its owner. Set a search_path, too. */
    default R securityDefiner() {
        RoutineText now = text();
        return with(new RoutineText(now.language(), now.body(), now.parsed(), true, now.settings()));
    }

    /** {@code SET}: while it runs, such as {@code set("search_path", "billing", "pg_temp")}. */
    default R set(String parameter, Object... values) {
        RoutineText now = text();
        Map<String, List<Object>> more = new TreeMap<>(now.settings());
        more.put(parameter, List.of(values));
        return with(new RoutineText(now.language(), now.body(), now.parsed(), now.definer(), more));
    }
}
