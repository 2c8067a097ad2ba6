/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add order notes                            | add_order_notes",
                "Add GIN-index, v2 (orders.notes)!          | add_gin_index_v2_orders_notes",
                "Größe über Straße                          | grosse_uber_strasse",
                "Łódź café smørrebrød ﬁx                    | lodz_cafe_smorrebrod_fix",
                "İstanbul                                   | istanbul",
                "заказы orders 注文                           | orders",
                "1234567890 1234567890 1234567890 1234567   | 1234567890_1234567890_1234567890_1234567",
                "1234567890 1234567890 1234567890 12345678  | 1234567890_1234567890_1234567890",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddee | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd",
            })
    void wordsAreFoldedJoinedAndCutAtAWordsEnd(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"заказы", "注文", "!?"})
    void whatHasNoAsciiLettersHasNoSlug(String text) {
        assertThat(Slug.of(text)).isEmpty();
    }
}
