/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/** The things that are done to one object, in the order in which they come where several are. */
enum Verb {
    /** Parts what belongs to another: detaches a partition, gives up a parent, frees a sequence of its column. */
    UNLINK,
    /** Renames it out of the way of its successor. */
    RELEASE,
    DROP,
    ALTER,
    CREATE,
    /** Joins it to another, once both are as they are to be. */
    LINK
}
