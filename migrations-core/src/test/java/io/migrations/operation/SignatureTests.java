/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "touch() | FUNCTION touch()",
                "touch | FUNCTION touch",
                "billing.Fee ( int ) | FUNCTION billing.\"Fee\"(int)",
                "fee(a numeric, rate numeric DEFAULT 0.1) | FUNCTION fee(a numeric, rate numeric)",
                "fee(a int = 1, b text default f(1, 2), VARIADIC c int[]) | FUNCTION fee(a int, b text, VARIADIC c int[])",
                "fee(a text DEFAULT '=,(', b numeric(12, 2)) | FUNCTION fee(a text, b numeric(12, 2))",
                "fee(a int[] DEFAULT ARRAY[1, 2], OUT b int) | FUNCTION fee(a int[], OUT b int)",
                "\"odd(name)\"(int) | FUNCTION \"odd(name)\"(int)",
            })
    void isCalledByWhatItTakesWithoutDefaults(String text, String sql) {
        assertThat(Signature.of(text).object(ObjectKind.FUNCTION).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(int)", "fee(int", "fee(int) x", "fee(int); DROP TABLE orders; --)", "fee(a)b)"})
    void refusesWhatIsNoSignature(String text) {
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> Signature.of(text));
    }

    @Test
    void saysWhatTheArgumentsAreWhereSomethingIsCreated() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateFunction.of("touch"))
                .withMessage("The signature 'touch' does not say what the arguments are."
                        + " Write it as name(type, type), or name() where there are none.");
    }
}
