/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/** A body that a person is to fill in. Until then no build runs. */
public enum Blank implements Body {
    SQL,
    JAVA
}
