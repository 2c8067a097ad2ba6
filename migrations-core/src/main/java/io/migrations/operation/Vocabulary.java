/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Takes operations one after the other. Every part of the vocabulary is a way to say them. */
@FunctionalInterface
public interface Vocabulary {

    /** Any operation, also one of your own: Alembic's {@code op.invoke}. */
    void invoke(Operation operation);
}
