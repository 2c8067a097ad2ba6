/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfos;
import org.springframework.data.relational.core.mapping.AggregatePath.TableInfo;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/** The tables of aggregates: of each root, and of what belongs to it. */
final class Tables {

    private static final Set<Class<?>> NUMBERED =
            Set.of(long.class, Long.class, int.class, Integer.class, short.class, Short.class);

    private final Mapping mapping;
    private final ColumnTypes types;
    private final Set<String> preparations = new LinkedHashSet<>();
    private final Map<String, TableDraft> tables = new LinkedHashMap<>();

    Tables(Mapping mapping) {
        this.mapping = mapping;
        this.types = new ColumnTypes(mapping);
    }

    /** Adds the tables of an aggregate. */
    void addAggregate(RelationalPersistentEntity<?> root) {
        addTable(mapping.context().getAggregatePath(root));
    }

    /** What makes them all, in an empty database. */
    List<String> statements() {
        List<String> statements = new ArrayList<>(preparations);
        tables.values().forEach(table -> statements.add(table.creation()));
        tables.values().forEach(table -> statements.addAll(table.references()));
        return statements;
    }

    private void addTable(AggregatePath path) {
        TableInfo info = path.getTableInfo();
        String name = sql(info.qualifiedTableName());
        prepareSchema(info.qualifiedTableName());
        TableDraft table = tables.computeIfAbsent(name, TableDraft::new);
        List<String> inherited = path.isRoot() ? List.of() : addReferences(path, table);
        ColumnInfos ids = info.idColumnInfos();
        if (!ids.isEmpty()) {
            addProperties(path, table, false);
            table.key(names(ids));
        } else {
            // A set's members have nothing to tell them apart.
            if (!path.isRoot() && (path.isQualified() || !path.isMultiValued())) {
                table.key(inherited);
            }
            addProperties(path, table, false);
        }
    }

    /** The columns that say what a row belongs to, and where in it. */
    private List<String> addReferences(AggregatePath path, TableDraft table) {
        AggregatePath owner = path.getIdDefiningParentPath();
        List<String> columns = new ArrayList<>();
        path.getTableInfo().backReferenceColumnInfos().forEach((idPath, column) -> {
            String name = sql(column.name());
            table.add(name, types.of(idPath.getRequiredLeafProperty()) + " NOT NULL");
            columns.add(name);
        });
        table.references(
                columns,
                sql(owner.getTableInfo().qualifiedTableName()),
                names(owner.getTableInfo().idColumnInfos()));
        // Between here and the owner may be lists whose members have no id: their positions are part of the key.
        List<AggregatePath> qualified = new ArrayList<>();
        for (AggregatePath each = path; !each.equals(owner); each = each.getParentPath()) {
            if (each.isQualified()) {
                qualified.add(0, each);
            }
        }
        for (AggregatePath each : qualified) {
            String name =
                    sql(each.getTableInfo().getRequiredQualifierColumnInfo().name());
            table.add(
                    name,
                    types.of(each.getTableInfo().getRequiredQualifierColumnType(), each.getRequiredLeafProperty())
                            + " NOT NULL");
            columns.add(name);
        }
        return columns;
    }

    private void addProperties(AggregatePath path, TableDraft table, boolean optional) {
        for (RelationalPersistentProperty property : path.getRequiredLeafEntity()) {
            AggregatePath child = path.append(property);
            if (child.isEmbedded()) {
                addProperties(child, table, optional || !property.shouldCreateEmptyEmbedded());
            } else if (child.isEntity() && !property.isAssociation()) {
                addTable(child);
            } else {
                table.add(sql(child.getColumnInfo().name()), definition(child, property, optional));
            }
        }
    }

    private String definition(AggregatePath path, RelationalPersistentProperty property, boolean optional) {
        String type = types.of(property);
        boolean id = path.getParentPath().hasIdProperty() && property.isIdProperty();
        SqlIdentifier sequence = id ? property.getSequence() : null;
        if (sequence != null) {
            preparations.add("CREATE SEQUENCE IF NOT EXISTS " + sql(sequence));
        } else if (id && NUMBERED.contains(property.getType())) {
            return type + " GENERATED BY DEFAULT AS IDENTITY";
        }
        return id || (property.getType().isPrimitive() && !optional) ? type + " NOT NULL" : type;
    }

    private void prepareSchema(SqlIdentifier table) {
        List<SqlIdentifier> parts = table.stream().toList();
        if (parts.size() == 2) {
            preparations.add("CREATE SCHEMA IF NOT EXISTS " + sql(parts.get(0)));
        }
    }

    private static List<String> names(ColumnInfos columns) {
        List<String> names = new ArrayList<>();
        columns.forEach((path, column) -> names.add(sql(column.name())));
        return names;
    }

    private static String sql(SqlIdentifier name) {
        return name.toSql(JdbcPostgresDialect.INSTANCE.getIdentifierProcessing());
    }
}
