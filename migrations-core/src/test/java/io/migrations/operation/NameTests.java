/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "orders, orders",
                "Orders, \"Orders\"",
                "order, \"order\"",
                "order_items, order_items",
                "1st, \"1st\"",
                "order items, \"order items\"",
                "billing.fees, billing.fees",
                "Billing.user, \"Billing\".\"user\"",
                "\"1.5 report\", \"1.5 report\"",
                "billing.\"a\"\"b.c\", billing.\"a\"\"b.c\"",
            })
    void isQuotedOnlyWhereNeeded(String text, String sql) {
        assertThat(Name.of(text).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a.", ".b", "a.b.c", "\"a", "a\0b"})
    void refusesWhatIsNoName(String text) {
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> Name.of(text));
    }

    @Test
    void refusesWhatPostgreSqlWouldCut() {
        assertThat(Name.of("a".repeat(63)).simple()).hasSize(63);
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Name.of("\u00e4".repeat(32)))
                .withMessageContaining("has 64 bytes, and PostgreSQL keeps 63. Shorten it.");
    }
}
