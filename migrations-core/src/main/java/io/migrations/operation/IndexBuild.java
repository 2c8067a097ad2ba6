/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * How {@code CREATE INDEX} goes about it, which says nothing of the index itself.
 *
 * @param concurrently whether writers go on meanwhile
 * @param ifNotExists whether one of that name is good enough
 * @param only whether partitions get none
 */
public record IndexBuild(boolean concurrently, boolean ifNotExists, boolean only) {

    /** The plain statement. */
    public static final IndexBuild PLAIN = new IndexBuild(false, false, false);

    IndexBuild concurrently(boolean yes) {
        return new IndexBuild(yes, ifNotExists, only);
    }
}
