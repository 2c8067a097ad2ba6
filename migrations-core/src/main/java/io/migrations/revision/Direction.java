/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

/** Which way a step goes. */
public enum Direction {
    UPGRADE,
    DOWNGRADE
}
