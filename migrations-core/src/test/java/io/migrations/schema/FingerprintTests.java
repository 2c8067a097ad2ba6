/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    private static final ObjectKey TABLE = ObjectKey.in("public", SchemaKind.TABLE, "a");

    @Test
    void itNamesItsRulesAndTheServersVersion() {
        Fingerprint fingerprint = fingerprint(TABLE, Map.of());

        // Stored in journals: another value for the same schema would report every database as changed.
        assertThat(fingerprint).hasToString("1:18:db9e5a34d271adef6851112b239b89c4a5a35e02d66f07c0991eb7fd52fef747");
        assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
        assertThat(fingerprint.isComparableWith(new Fingerprint(1, 18, "f"))).isTrue();
        assertThat(fingerprint.isComparableWith(new Fingerprint(1, 17, "f"))).isFalse();
        assertThat(fingerprint.isComparableWith(new Fingerprint(2, 18, "f"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse("1:18"));
    }

    @Test
    void whereATextEndsMatters() {
        assertThat(fingerprint(TABLE, Map.of("a", "b\nc")))
                .isNotEqualTo(fingerprint(TABLE, Map.of("a", "b", "c", "")))
                .isNotEqualTo(fingerprint(TABLE, Map.of("ab", "\nc")));
        assertThat(fingerprint(ObjectKey.in("pub", SchemaKind.TABLE, "lica"), Map.of()))
                .isNotEqualTo(fingerprint(TABLE, Map.of()));
    }

    private static Fingerprint fingerprint(ObjectKey key, Map<String, String> properties) {
        return Fingerprint.of(SnapshotComparisonTests.snapshot(SnapshotComparisonTests.object(key, properties)));
    }
}
