/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order as it is placed. */
record NewOrder(
        @NotBlank String account,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9.]{0,11}") String symbol,
        @NotNull Side side,

        @NotNull @Positive @Digits(integer = 14, fraction = 4) BigDecimal quantity,

        @NotNull @Positive @Digits(integer = 14, fraction = 4) BigDecimal limitPrice,

        @Nullable @Size(max = 2000) String notes) {}
