/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE TABLE ... PARTITION OF}.
 *
 * @param table the table that it is a part of
 * @param bound which rows it holds
 * @param key how it is partitioned itself, as SQL: {@code RANGE (placed_at)}
 * @param parameters storage parameters
 * @param tablespace its tablespace; none for that of the table
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record CreatePartition(
        Name partition,
        Name table,
        PartitionBound bound,
        @Nullable Sql key,
        Map<String, String> parameters,
        @Nullable String tablespace,
        boolean tolerant)
        implements Creation {

    public CreatePartition {
        parameters = Parameters.copyOf(parameters);
    }

    public static CreatePartition of(String partition, String table, PartitionBound bound) {
        return new CreatePartition(Name.of(partition), Name.of(table), bound, null, Map.of(), null, false);
    }

    /** {@code PARTITION BY}: how it is partitioned itself, {@code partitionBy("RANGE (placed_at)")}. */
    public CreatePartition partitionBy(String expression) {
        return new CreatePartition(partition, table, bound, new Sql(expression), parameters, tablespace, tolerant);
    }

    /** {@code WITH (name = value)}: a storage parameter. */
    public CreatePartition with(String parameter, Object value) {
        Map<String, String> more = Parameters.with(parameters, parameter, value);
        return new CreatePartition(partition, table, bound, key, more, tablespace, tolerant);
    }

    /** {@code TABLESPACE}. */
    public CreatePartition tablespace(String name) {
        return new CreatePartition(partition, table, bound, key, parameters, name, tolerant);
    }

    /** {@code IF NOT EXISTS}. Leaves no inverse. */
    public CreatePartition ifNotExists() {
        return new CreatePartition(partition, table, bound, key, parameters, tablespace, true);
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.TABLE, partition, null, null);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE TABLE")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(partition.sql())
                .add("PARTITION OF " + table.sql())
                .add(bound.sql())
                .addIfGiven("PARTITION BY", key)
                .addIfAny(Parameters.with(parameters))
                .addIfGiven("TABLESPACE", tablespace == null ? null : Identifiers.quoted(tablespace))
                .statement();
    }
}
