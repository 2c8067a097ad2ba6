/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.time.OffsetDateTime;

/** A customer's account. */
record Account(String number, String holder, OffsetDateTime openedAt) {}
