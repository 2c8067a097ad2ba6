/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinaryNamesTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "orders, id, orders_id_not_null, true",
                "orders, id, orders_id_not_null1, true",
                "orders, id, orders_ref_not_null, false",
                "Orders, id, '\"Orders_id_not_null\"', true",
                "a123456789a123456789a123456789a123456789a123456789, b123456789, a123456789a123456789a123456789a123456789a12_b123456789_not_null, true",
            })
    void namesThatPostgresqlMakesAreOrdinary(String table, String column, String name, boolean ordinary) {
        ObjectKey key = ObjectKey.in("public", SchemaKind.TABLE, table).part(SchemaKind.COLUMN, column);

        assertThat(OrdinaryNames.isOrdinary(key, "not null constraint", name)).isEqualTo(ordinary);
    }
}
