/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * How the terms of a policy are said.
 *
 * @param <P> what has the terms
 */
public interface PolicyClauses<P> {

    /** What is said so far. */
    PolicyTerms terms();

    /** The same with other terms. */
    P with(PolicyTerms terms);

    /** {@code TO}: whom it is for; {@code PUBLIC} is everybody. */
    default P to(String... roles) {
        return with(new PolicyTerms(List.of(roles), terms().using(), terms().check()));
    }

    /** {@code USING}: which rows can be seen, changed and deleted. */
    default P using(String condition) {
        return with(new PolicyTerms(terms().roles(), new Sql(condition), terms().check()));
    }

    /** {@code WITH CHECK}: which rows can be written. */
    default P withCheck(String condition) {
        return with(new PolicyTerms(terms().roles(), terms().using(), new Sql(condition)));
    }
}
