/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Which rows may be written through a view: those that it shows, by its own conditions or also by those below it. */
public enum CheckOption {
    LOCAL,
    CASCADED
}
