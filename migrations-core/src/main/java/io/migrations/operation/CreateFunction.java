/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE FUNCTION}.
 *
 * @param signature its name and its arguments
 * @param returns what it returns; none where arguments say so ({@code OUT})
 * @param traits what the planner is told
 * @param text what it does
 * @param replacing whether one that is there already is replaced ({@code OR REPLACE}), privileges and all kept
 * @param replaced how that one was made
 */
public record CreateFunction(
        Signature signature,
        @Nullable Type returns,
        FunctionTraits traits,
        RoutineText text,
        boolean replacing,
        @Nullable CreateFunction replaced)
        implements Creation, RoutineClauses<CreateFunction> {

    /** Checks that it names its arguments, and that it replaces one of its own. */
    public CreateFunction {
        signature = signature.complete();
        if (replaced != null) {
            Replacement.requireSame(
                    signature.object(ObjectKind.FUNCTION), replaced.signature.object(ObjectKind.FUNCTION));
        }
    }

    /** A function by its {@linkplain Signature#of signature}: {@code fee(amount numeric)}. */
    public static CreateFunction of(String signature) {
        return new CreateFunction(Signature.of(signature), null, FunctionTraits.NONE, RoutineText.NONE, false, null);
    }

    /** {@code RETURNS}: {@code returns("trigger")}, {@code returns("SETOF orders")}, {@code returns("TABLE (id int)")}. */
    public CreateFunction returns(String type) {
        return returns(new Type(type));
    }

    /** {@code RETURNS}. */
    public CreateFunction returns(Type type) {
        return new CreateFunction(signature, type, traits, text, replacing, replaced);
    }

    /** {@code IMMUTABLE}: its results depend on its arguments alone. */
    public CreateFunction immutable() {
        return traits(traits.volatility(Volatility.IMMUTABLE));
    }

    /** {@code STABLE}: its results are the same throughout a statement. */
    public CreateFunction stable() {
        return traits(traits.volatility(Volatility.STABLE));
    }

    /** {@code STRICT}: it is null for a null. */
    public CreateFunction strict() {
        return traits(traits.strict(true));
    }

    /** {@code LEAKPROOF}: it tells nothing of its arguments but its result. */
    public CreateFunction leakproof() {
        return traits(traits.leakproof(true));
    }

    /** {@code WINDOW}: it is a window function. */
    public CreateFunction window() {
        return traits(traits.window(true));
    }

    /** {@code PARALLEL}. */
    public CreateFunction parallel(Parallelism parallelism) {
        return traits(traits.parallel(parallelism));
    }

    /** {@code COST}: of one call, in units of {@code cpu_operator_cost}. */
    public CreateFunction cost(long units) {
        return traits(traits.cost(units));
    }

    /** {@code ROWS}: how many it returns. */
    public CreateFunction rows(long number) {
        return traits(traits.rows(number));
    }

    /** {@code SUPPORT}: the function that plans for it. */
    public CreateFunction support(String function) {
        return traits(traits.support(Name.of(function)));
    }

    /** What the planner is told. */
    public CreateFunction traits(FunctionTraits other) {
        return new CreateFunction(signature, returns, other, text, replacing, replaced);
    }

    /** {@code OR REPLACE}, whatever there is. Leaves no inverse. */
    public CreateFunction orReplace() {
        return new CreateFunction(signature, returns, traits, text, true, null);
    }

    /** {@code OR REPLACE} of a function that was made like that, which its inverse puts back. */
    public CreateFunction orReplace(CreateFunction previous) {
        return new CreateFunction(signature, returns, traits, text, true, previous);
    }

    @Override
    public CreateFunction with(RoutineText other) {
        return new CreateFunction(signature, returns, traits, other, replacing, replaced);
    }

    @Override
    public DatabaseObject object() {
        return signature.object(ObjectKind.FUNCTION);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        String create = Phrase.of(replacing ? "CREATE OR REPLACE FUNCTION" : "CREATE FUNCTION")
                .add(signature.sql())
                .addIfGiven("RETURNS", returns)
                .line(text.sql(traits.sql()))
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
