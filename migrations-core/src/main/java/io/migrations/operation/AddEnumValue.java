/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TYPE ... ADD VALUE}. In a transaction the value can be added, but is not to be used before that commits.
 *
 * @param before the value that it comes right before, if any
 * @param after the value that it comes right after, if any; with neither, it is the last
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record AddEnumValue(
        Name type,
        String value,
        @Nullable String before,
        @Nullable String after,
        boolean tolerant) implements Operation {

    /** Checks that the value fits and has one place. */
    public AddEnumValue {
        Names.require("enum value", value);
        if (before != null && after != null) {
            throw new InvalidOperationException(
                    "The enum value '%s' of '%s' is to come before '%s' and after '%s'."
                            .formatted(value, type, before, after),
                    "Give one of them.");
        }
    }

    public static AddEnumValue of(String type, String value) {
        return new AddEnumValue(Name.of(type), value, null, null, false);
    }

    /** {@code BEFORE}: right before another one. */
    public AddEnumValue before(String other) {
        return new AddEnumValue(type, value, other, after, tolerant);
    }

    /** {@code AFTER}: right after another one. */
    public AddEnumValue after(String other) {
        return new AddEnumValue(type, value, before, other, tolerant);
    }

    /** {@code IF NOT EXISTS}. */
    public AddEnumValue ifNotExists() {
        return new AddEnumValue(type, value, before, after, true);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("ALTER TYPE " + type.sql() + " ADD VALUE")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(Value.ofText(value))
                .addIfGiven("BEFORE", before == null ? null : Value.ofText(before))
                .addIfGiven("AFTER", after == null ? null : Value.ofText(after))
                .statement();
    }

    @Override
    public Inverse inverse() {
        return Inverse.none(
                "PostgreSQL cannot remove the value '%s' from the enum type '%s'; make a new type without it and change the columns to that, or leave it."
                        .formatted(value, type));
    }
}
