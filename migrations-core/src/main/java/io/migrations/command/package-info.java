/* SPDX-License-Identifier: Apache-2.0 */
/** The command line: one class per command, picocli at the edge, text and JSON out. */
@NullMarked
package io.migrations.command;

import org.jspecify.annotations.NullMarked;
