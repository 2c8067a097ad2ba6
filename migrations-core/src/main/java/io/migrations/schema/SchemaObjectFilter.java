/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/**
 * Says which objects a comparison of schemas is about, where patterns of names are not enough. A bean of this type is
 * asked besides {@code migrations.model.include} and {@code exclude}: what one of them leaves out is left out.
 */
@FunctionalInterface
public interface SchemaObjectFilter {

    /** Whether the object is compared. What belongs to one that is not, such as a table's columns, is not asked for. */
    boolean includes(ObjectKey key);
}
