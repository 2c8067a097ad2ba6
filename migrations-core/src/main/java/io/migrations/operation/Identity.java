/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code GENERATED ... AS IDENTITY}: a column that a sequence of its own numbers. Alembic's {@code Identity}.
 *
 * @param isAlways whether an INSERT may not give a number of its own
 * @param cycle whether it starts again at the end; none for PostgreSQL's default, as with all numbers here
 */
public record Identity(
        boolean isAlways,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        @Nullable Long cache,
        @Nullable Boolean cycle) {

    /** Numbers where the INSERT gives none. */
    public static Identity byDefault() {
        return new Identity(false, null, null, null, null, null, null);
    }

    /** Numbers always; an INSERT that gives one is refused unless it says OVERRIDING SYSTEM VALUE. */
    public static Identity always() {
        return new Identity(true, null, null, null, null, null, null);
    }

    /** The first number. */
    public Identity start(long number) {
        return new Identity(isAlways, number, increment, minValue, maxValue, cache, cycle);
    }

    /** From one number to the next. */
    public Identity increment(long step) {
        return new Identity(isAlways, start, step, minValue, maxValue, cache, cycle);
    }

    /** The lowest number. */
    public Identity minValue(long number) {
        return new Identity(isAlways, start, increment, number, maxValue, cache, cycle);
    }

    /** The highest number. */
    public Identity maxValue(long number) {
        return new Identity(isAlways, start, increment, minValue, number, cache, cycle);
    }

    /** How many numbers a session takes at once. */
    public Identity cache(long numbers) {
        return new Identity(isAlways, start, increment, minValue, maxValue, numbers, cycle);
    }

    /** Whether it starts again at the end. */
    public Identity cycle(boolean yes) {
        return new Identity(isAlways, start, increment, minValue, maxValue, cache, yes);
    }

    /** As SQL in a definition. */
    public String sql() {
        List<String> options = options("");
        String sequence = options.isEmpty() ? "" : " (" + String.join(" ", options) + ")";
        return "GENERATED " + when() + " AS IDENTITY" + sequence;
    }

    /** As SQL that changes an identity; what is not said stays as it is. */
    String changes() {
        return Words.join("SET GENERATED " + when(), String.join(" ", options("SET ")));
    }

    /** Itself, with PostgreSQL's defaults in the places where another says something and this does not. */
    List<String> changesBackFrom(Identity other) {
        var changes = new ArrayList<String>();
        changes.add(changes());
        if (other.start != null && start == null) {
            changes.add("SET START WITH 1");
        }
        if (other.increment != null && increment == null) {
            changes.add("SET INCREMENT BY 1");
        }
        if (other.minValue != null && minValue == null) {
            changes.add("SET NO MINVALUE");
        }
        if (other.maxValue != null && maxValue == null) {
            changes.add("SET NO MAXVALUE");
        }
        if (other.cache != null && cache == null) {
            changes.add("SET CACHE 1");
        }
        if (other.cycle != null && cycle == null) {
            changes.add("SET NO CYCLE");
        }
        return changes;
    }

    private String when() {
        return isAlways ? "ALWAYS" : "BY DEFAULT";
    }

    private List<String> options(String verb) {
        var options = new ArrayList<String>();
        option(options, verb, "START WITH", start);
        option(options, verb, "INCREMENT BY", increment);
        option(options, verb, "MINVALUE", minValue);
        option(options, verb, "MAXVALUE", maxValue);
        option(options, verb, "CACHE", cache);
        if (cycle != null) {
            options.add(verb + (cycle ? "CYCLE" : "NO CYCLE"));
        }
        return options;
    }

    private static void option(List<String> options, String verb, String name, @Nullable Long value) {
        if (value != null) {
            options.add(String.format(Locale.ROOT, "%s%s %d", verb, name, value));
        }
    }
}
