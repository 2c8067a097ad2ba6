/* SPDX-License-Identifier: Apache-2.0 */
/** Accounts, orders and positions over HTTP. */
@NullMarked
package io.migrations.sample;

import org.jspecify.annotations.NullMarked;
