/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.TableElement.foreignKey;
import static io.migrations.operation.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableBatchTests {

    @Test
    void saysTheOrdinaryOperationsOfOneTable() {
        List<Operation> batch = Spoken.operations(op -> op.batchAlterTable("s.t", t -> {
            t.addColumn(column("a", INTEGER));
            t.alterColumn("a", a -> a.nullable(false));
            t.renameColumn("a", "b");
            t.createPrimaryKey("pk", "b");
            t.createUniqueConstraint("uq", "b");
            t.createForeignKey("fk", "r", "b", "id");
            t.createCheckConstraint("ck", "b > 0");
            t.createConstraint(foreignKey("b", "r", "id").named("fk2").notValid());
            t.createForeignKey("fk3", "r", List.of("b"), List.of("id"), ForeignKey::notValid);
            t.createUniqueConstraint("uq2", List.of("b"), Unique::nullsNotDistinct);
            t.renameConstraint("ck", "ck2");
            t.createIndex("ix", "b");
            t.createIndex("ix2", List.of("b"), CreateIndex::unique);
            t.dropIndex("ix");
            t.dropIndex(CreateIndex.of("ix3", "s.t", List.of("b")));
            t.dropColumn(column("c", INTEGER));
            t.dropConstraint("ck2");
            t.dropColumn("b");
        }));

        assertThat(batch).isEqualTo(Spoken.operations(op -> {
            op.addColumn("s.t", column("a", INTEGER));
            op.alterColumn("s.t", "a", a -> a.nullable(false));
            op.renameColumn("s.t", "a", "b");
            op.createPrimaryKey("pk", "s.t", "b");
            op.createUniqueConstraint("uq", "s.t", "b");
            op.createForeignKey("fk", "s.t", "r", "b", "id");
            op.createCheckConstraint("ck", "s.t", "b > 0");
            op.createForeignKey("fk2", "s.t", "r", List.of("b"), List.of("id"), ForeignKey::notValid);
            op.createForeignKey("fk3", "s.t", "r", List.of("b"), List.of("id"), ForeignKey::notValid);
            op.createUniqueConstraint("uq2", "s.t", List.of("b"), Unique::nullsNotDistinct);
            op.renameConstraint("s.t", "ck", "ck2");
            op.createIndex("ix", "s.t", "b");
            op.createIndex("ix2", "s.t", List.of("b"), CreateIndex::unique);
            op.dropIndex("s.ix");
            op.dropIndex(CreateIndex.of("ix3", "s.t", List.of("b")));
            op.dropColumn("s.t", column("c", INTEGER));
            op.dropConstraint("ck2", "s.t");
            op.dropColumn("s.t", "b");
        }));
    }

    @Test
    void refusesWhatChangesNothing() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Spoken.operations(op -> op.batchAlterTable("t", t -> t.alterColumn("a", a -> a))));
    }
}
