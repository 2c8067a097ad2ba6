/* SPDX-License-Identifier: Apache-2.0 */
/** Runs {@code java -jar app.jar migrations ...} in the application's context, without starting what it serves. */
@NullMarked
package io.migrations.boot.command;

import org.jspecify.annotations.NullMarked;
