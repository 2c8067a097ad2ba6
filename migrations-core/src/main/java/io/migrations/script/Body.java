/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/** What a new revision does, as far as that is known when its file is written. */
public sealed interface Body permits Blank, SqlBody, JavaBody {

    /** Whether the author has nothing to add. */
    default boolean isComplete() {
        return !(this instanceof Blank);
    }

    /** Whether its file is a class. */
    default boolean isJava() {
        return this == Blank.JAVA || this instanceof JavaBody;
    }
}
