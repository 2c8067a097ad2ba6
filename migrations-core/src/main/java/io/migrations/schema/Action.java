/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/** One thing done to one object. */
record Action(Verb verb, ObjectKey key) {

    boolean is(Verb other) {
        return verb == other;
    }
}
