/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** What privileges are granted on: one object, or all of a kind in a schema. "GRANT" in the PostgreSQL documentation. */
public sealed interface Grantable permits DatabaseObject, AllInSchema {

    /** What follows {@code GRANT ... ON}: {@code SEQUENCE order_no}. */
    String privilegeSql();
}
