/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE PROCEDURE}.
 *
 * @param signature its name and its arguments
 * @param text what it does
 * @param replacing whether one that is there already is replaced ({@code OR REPLACE}), privileges and all kept
 * @param replaced how that one was made
 */
public record CreateProcedure(
        Signature signature,
        RoutineText text,
        boolean replacing,
        @Nullable CreateProcedure replaced) implements Creation, RoutineClauses<CreateProcedure> {

    /** Checks that it names its arguments, and that it replaces one of its own. */
    public CreateProcedure {
        signature = signature.complete();
        if (replaced != null) {
            Replacement.requireSame(
                    signature.object(ObjectKind.PROCEDURE), replaced.signature.object(ObjectKind.PROCEDURE));
        }
    }

    /** A procedure by its {@linkplain Signature#of signature}: {@code settle(day date)}. */
    public static CreateProcedure of(String signature) {
        return new CreateProcedure(Signature.of(signature), RoutineText.NONE, false, null);
    }

    /** {@code OR REPLACE}, whatever there is. Leaves no inverse. */
    public CreateProcedure orReplace() {
        return new CreateProcedure(signature, text, true, null);
    }

    /** {@code OR REPLACE} of a procedure that was made like that, which its inverse puts back. */
    public CreateProcedure orReplace(CreateProcedure previous) {
        return new CreateProcedure(signature, text, true, previous);
    }

    @Override
    public CreateProcedure with(RoutineText other) {
        return new CreateProcedure(signature, other, replacing, replaced);
    }

    @Override
    public DatabaseObject object() {
        return signature.object(ObjectKind.PROCEDURE);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        String create = Phrase.of(replacing ? "CREATE OR REPLACE PROCEDURE" : "CREATE PROCEDURE")
                .add(signature.sql())
                .line(text.sql(""))
                .toString();
        return List.of(Query.require("the " + object(), create));
    }

    @Override
    public Inverse inverse() {
        return replacing
                ? Replacement.inverse(object(), replaced == null ? null : replaced.orReplace(this))
                : Creation.super.inverse();
    }
}
