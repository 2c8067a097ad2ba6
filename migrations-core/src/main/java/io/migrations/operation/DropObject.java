/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code DROP ...} of any kind of thing. What it was is gone with it, so that only {@link #original} can say how to make
 * it again; privileges and comments that it has beyond its creation are operations of their own.
 *
 * @param tolerant whether it is no fault that there is none ({@code IF EXISTS})
 * @param cascading whether what depends on it goes, too ({@code CASCADE})
 * @param original how it was made
 */
public record DropObject(
        DatabaseObject object,
        boolean tolerant,
        boolean cascading,
        @Nullable Creation original) implements Operation {

    /** Checks that the original is that of this thing, and that its kind is one to drop. */
    public DropObject {
        if (object.kind() == ObjectKind.DATABASE) {
            throw new InvalidOperationException(
                    "The %s is not dropped by a revision.".formatted(object), "Drop what is in it.");
        }
        if (original != null && !original.object().isNamesake(object)) {
            throw new InvalidOperationException(
                    "The %s cannot be the original of the %s.".formatted(original.object(), object),
                    "Give how the dropped one was made.");
        }
    }

    public static DropObject of(DatabaseObject object) {
        return new DropObject(object, false, false, null);
    }

    /** Drops what was made like that, so that making it again is the inverse. */
    public static DropObject of(Creation original) {
        return new DropObject(original.object(), false, false, original);
    }

    /** {@code IF EXISTS}. Leaves no inverse. */
    public DropObject ifExists() {
        return new DropObject(object, true, cascading, original);
    }

    /** {@code CASCADE}. Leaves no inverse. */
    public DropObject cascade() {
        return new DropObject(object, tolerant, true, original);
    }

    /** How it was made, for the inverse. */
    public DropObject original(Creation creation) {
        return new DropObject(object, tolerant, cascading, creation);
    }

    @Override
    public List<String> statements() {
        String whole = object.whole();
        String start = whole == null
                ? "DROP " + object.kind().words()
                : "ALTER " + whole + " DROP " + object.kind().words();
        String name = whole == null ? object.identity() : object.name().sql();
        return Phrase.of(start)
                .addIf(tolerant, "IF EXISTS")
                .add(name)
                .addIf(cascading, "CASCADE")
                .statement();
    }

    @Override
    public Inverse inverse() {
        if (original == null) {
            return Inverse.none(
                    "The %s is gone with what it was; give how it was made as its original.".formatted(object));
        }
        if (tolerant) {
            return Inverse.none("The %s may not have been there before; leave out ifExists.".formatted(object));
        }
        if (cascading) {
            return Inverse.none(
                    "CASCADE takes what depends on the %s, too, and nobody knows what that was; drop that by operations of its own first."
                            .formatted(object));
        }
        return Inverse.of(original);
    }
}
