/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** What a policy is about. */
public enum PolicyCommand {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
