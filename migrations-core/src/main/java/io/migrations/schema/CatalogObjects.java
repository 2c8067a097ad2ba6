/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The objects that queries find. A row says what something is (kind, schema, of, name, arguments, position), where the
 * catalog keeps it, and then its properties, each under its name; a name that begins with {@code ~} is a fact's.
 */
final class CatalogObjects {

    private record Draft(
            ObjectKey key, int position, SortedMap<String, String> properties, SortedMap<String, String> facts) {}

    private static final int FIRST_PROPERTY = 10;

    private final Map<CatalogAddress, Draft> drafts = new HashMap<>();

    void add(ResultSet row) throws SQLException {
        var key = new ObjectKey(
                SchemaKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
        var draft = new Draft(key, row.getInt(6), new TreeMap<>(), new TreeMap<>());
        ResultSetMetaData labels = row.getMetaData();
        for (int i = FIRST_PROPERTY; i <= labels.getColumnCount(); i++) {
            String value = row.getString(i);
            String label = labels.getColumnLabel(i);
            if (value != null && label.startsWith("~")) {
                draft.facts.put(label.substring(1), value);
            } else if (value != null && !OrdinaryNames.isOrdinary(key, label, value)) {
                draft.properties.put(label, value);
            }
        }
        drafts.put(CatalogAddress.at(row, 7), draft);
    }

    /** Adds a property that another query found to the object at an address, if there is one. */
    void amend(CatalogAddress address, String property, String value) {
        Draft draft = drafts.get(address);
        if (draft != null) {
            draft.properties.put(property, value);
        }
    }

    /** The same for a fact. */
    void amendFact(CatalogAddress address, String fact, String value) {
        Draft draft = drafts.get(address);
        if (draft != null) {
            draft.facts.put(fact, value);
        }
    }

    /** What there is at an address; the columns of views not, whose users depend on the view. */
    Map<CatalogAddress, ObjectKey> keys() {
        var keys = new HashMap<CatalogAddress, ObjectKey>();
        drafts.forEach((address, draft) -> {
            if (draft.key.kind() != SchemaKind.VIEW_COLUMN) {
                keys.put(address, draft.key);
            }
        });
        return keys;
    }

    SortedMap<ObjectKey, SchemaObject> read() {
        var objects = new TreeMap<ObjectKey, SchemaObject>();
        for (Draft draft : drafts.values()) {
            boolean plain = draft.key.kind() == SchemaKind.VIEW_COLUMN && draft.properties.isEmpty();
            if (!plain) {
                objects.put(draft.key, new SchemaObject(draft.key, draft.position, draft.properties, draft.facts));
            }
        }
        return objects;
    }
}
