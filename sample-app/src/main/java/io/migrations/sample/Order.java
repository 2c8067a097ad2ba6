/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An order as it is stored. */
record Order(
        long id,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal limitPrice,
        @Nullable String notes,
        OffsetDateTime placedAt) {}
