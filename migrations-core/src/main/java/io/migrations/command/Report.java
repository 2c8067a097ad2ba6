/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command found out or did: one value for people and for programs.
 *
 * @param text for people, at most 80 columns where its content allows
 * @param json for programs: a tree of maps, lists, strings, numbers, booleans and nulls
 * @param exitCode one of {@link ExitCode}
 */
record Report(Supplier<String> text, Supplier<Map<String, ?>> json, int exitCode) {

    static Report of(Supplier<String> text, Supplier<Map<String, ?>> json) {
        return new Report(text, json, ExitCode.DONE);
    }
}
