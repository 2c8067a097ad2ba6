/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** What an account holds of a symbol. */
record Position(
        String account, String symbol, BigDecimal quantity, BigDecimal averagePrice, OffsetDateTime updatedAt) {}
