/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTests {

    @Test
    void digitsCompareAsNumbersOfAnyLength() {
        List<String> ordered = List.of(
                "001_a.sql", "2_b.sql", "10_c.sql", "20240101000000000000001_d.sql", "a1.sql", "a2.sql", "a10.sql");
        List<String> names = new ArrayList<>(ordered);
        Collections.reverse(names);

        names.sort(NaturalOrder.INSTANCE);

        assertThat(names).containsExactlyElementsOf(ordered);
    }

    @Test
    void differentNamesAreNeverEqual() {
        assertThat(NaturalOrder.INSTANCE.compare("1.sql", "01.sql")).isNotZero();
        assertThat(NaturalOrder.INSTANCE.compare("1.sql", "1.sql")).isZero();
    }
}
