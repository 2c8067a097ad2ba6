/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTests {

    @Test
    void textReadsTheSameWhateverABackslashMeans() {
        assertThat(Literals.text("it's")).isEqualTo("'it''s'");
        assertThat(Literals.text("a\\b'c")).isEqualTo("E'a\\\\b''c'");
        assertThat(Literals.text("")).isEqualTo("''");
        assertThat(Literals.text(null)).isEqualTo("NULL");
    }

    @Test
    void anArraySaysItsType() {
        assertThat(Literals.array(List.of())).isEqualTo("'{}'::text[]");
        assertThat(Literals.array(List.of("a", "b'c"))).isEqualTo("ARRAY['a', 'b''c']::text[]");
    }

    @Test
    void verbatimTextIsClosedByATagOfItsOwn() {
        assertThat(Literals.verbatim("a\n'b'", "x")).isEqualTo("$x$a\n'b'$x$");
        assertThat(Literals.verbatim("$x$", "x")).isEqualTo("$x2$$x$$x2$");
        assertThat(Literals.verbatim("cost $x", "x")).isEqualTo("$x2$cost $x$x2$");
        assertThat(Literals.verbatim(null, "x")).isEqualTo("NULL");
    }
}
