/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** An operation that makes one thing, which {@link DropObject} takes away again. */
public interface Creation extends Operation {

    /** What it makes. */
    DatabaseObject object();

    /** Whether nothing is made, and nothing is wrong, where one of that name is there already. */
    boolean tolerant();

    @Override
    default Inverse inverse() {
        return tolerant()
                ? Inverse.none("The %s may have been there before; leave out ifNotExists.".formatted(object()))
                : Inverse.of(DropObject.of(this));
    }
}
