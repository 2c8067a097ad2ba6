/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import static io.migrations.operation.ReferentialAction.*; // CASCADE, RESTRICT, SET_NULL, ...
import static io.migrations.operation.Sql.sql;
import static io.migrations.operation.TableElement.*; // column, primaryKey, unique, foreignKey, check, exclude
import static io.migrations.operation.Types.*; // BIGINT, TEXT, varchar(40), numeric(18, 4), ...

import io.migrations.operation.*; // Rows, CreateTable, CreateIndex, PartitionBound, Identity, ...
import io.migrations.script.*; // JavaRevision, ReversibleRevision, Operations, RevisionHeader
import java.util.List;

@RevisionHeader(id = "005", revises = "004")
final class IndexOrderNotes implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.createExtension("pg_trgm");
        op.createTable(
                "authors",
                column("id", BIGINT).primaryKey(),
                column("since", TIMESTAMPTZ).serverDefault(sql("now()")),
                column("parent_id", BIGINT).references("authors", "id", key -> key.onDelete(CASCADE)));
        op.addColumn("orders", column("note", TEXT));
        op.createIndex(
                "ix_orders_note",
                "orders",
                List.of("note"),
                index -> index.using("gin").opclass("note", "gin_trgm_ops").where("note IS NOT NULL"));
    }
}
