/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param in what the person types
 * @param out for results and nothing else
 * @param err for questions, progress and faults
 * @param interactive whether a person sits at it, who can answer a question
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {}
