/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code DROP INDEX}: Alembic's {@code drop_index}.
 *
 * @param index the index, in its own schema
 * @param original what it was; where it is known, the index can be brought back
 */
public record DropIndex(
        Name index,
        boolean isConcurrent,
        DropMode mode,
        @Nullable CreateIndex original) implements Operation {

    public DropIndex {
        if (isConcurrent && mode.cascade()) {
            throw new InvalidOperationException(
                    "The index '%s' can't be dropped concurrently and with CASCADE.".formatted(index),
                    "Drop what depends on it first, and then the index without cascade().");
        }
    }

    /** The index of that name. */
    public static DropIndex of(String index) {
        return new DropIndex(Name.of(index), false, DropMode.PLAIN, null);
    }

    /** An index of which is known what it is; concurrently, if it is created so. */
    public static DropIndex of(CreateIndex original) {
        return new DropIndex(
                original.table().sibling(original.name()), original.how().concurrently(), DropMode.PLAIN, original);
    }

    /** Without keeping writers out; no transaction may be open then. */
    public DropIndex concurrently() {
        CreateIndex back = original == null ? null : original.how(original.how().concurrently(true));
        return new DropIndex(index, true, mode, back);
    }

    /** Nothing where it is missing; so nothing undoes it. */
    public DropIndex ifExists() {
        return new DropIndex(index, isConcurrent, mode.tolerant(), original);
    }

    /** With what depends on it, which nobody names; so nothing undoes it. */
    public DropIndex cascade() {
        return new DropIndex(index, isConcurrent, mode.cascading(), original);
    }

    /** What it was, so that it can be brought back. */
    public DropIndex original(CreateIndex definition) {
        return new DropIndex(index, isConcurrent, mode, definition);
    }

    @Override
    public List<String> statements() {
        return List.of(Words.join(
                "DROP INDEX", Words.when(isConcurrent, "CONCURRENTLY"), mode.before(), index.sql(), mode.after()));
    }

    @Override
    public Inverse inverse() {
        if (mode.ifExists()) {
            return Obstacles.mayHaveBeenMissing("The index", index);
        }
        if (mode.cascade()) {
            return Obstacles.cascades("The index", index);
        }
        return original == null
                ? Obstacles.goneWithoutDefinition("The index", index, "give its definition to dropIndex")
                : Inverse.of(original);
    }
}
