/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Why nothing undoes an operation, where the same reason holds for several. */
final class Obstacles {

    private Obstacles() {}

    /** For what creates only where there is nothing yet. */
    static Inverse mayHaveBeenThere(String kind, Object name) {
        return Inverse.none("%s '%s' may have been there before; create it without ifNotExists, or write the downgrade."
                .formatted(kind, name));
    }

    /** For what drops only where there is something. */
    static Inverse mayHaveBeenMissing(String kind, Object name) {
        return Inverse.none("%s '%s' may have been missing before; drop it without ifExists, or write the downgrade."
                .formatted(kind, name));
    }

    /** For what drops more than it names. */
    static Inverse cascades(String kind, Object name) {
        return Inverse.none(
                "%s '%s' is dropped with CASCADE, which takes what depends on it, too, and nobody knows what that was; drop that by operations of its own first, or write the downgrade."
                        .formatted(kind, name));
    }

    /** For what drops and does not know what. */
    static Inverse goneWithoutDefinition(String kind, Object name, String remedy) {
        return Inverse.none("%s '%s' is gone with what it was; %s.".formatted(kind, name, remedy));
    }
}
