/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

/** Which way an order goes. */
enum Side {
    BUY,
    SELL
}
