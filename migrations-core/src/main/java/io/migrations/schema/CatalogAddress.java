/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where the catalog keeps something: as {@code pg_depend} and {@code pg_description} point at it.
 *
 * @param classId the catalog
 * @param id the row in it
 * @param part the column of a relation; 0 for the whole
 */
record CatalogAddress(long classId, long id, int part) {

    /** Three columns of a row, the first at an index. */
    static CatalogAddress at(ResultSet row, int first) throws SQLException {
        return new CatalogAddress(row.getLong(first), row.getLong(first + 1), row.getInt(first + 2));
    }

    CatalogAddress whole() {
        return new CatalogAddress(classId, id, 0);
    }
}
