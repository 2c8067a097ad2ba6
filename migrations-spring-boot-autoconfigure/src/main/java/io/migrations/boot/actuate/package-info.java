/* SPDX-License-Identifier: Apache-2.0 */
/** The actuator endpoint that shows where every database stands. */
@NullMarked
package io.migrations.boot.actuate;

import org.jspecify.annotations.NullMarked;
