/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/** Lets one action come before another, if both are to be done. */
@FunctionalInterface
interface Order {

    void put(ObjectKey first, Verb verb, ObjectKey second, Verb next);
}
