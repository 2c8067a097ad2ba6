/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A template for new revisions that cannot be used; nothing was written. */
public final class InvalidTemplateException extends MigrationException {

    private final String template;
    private final int line;

    private InvalidTemplateException(String template, int line, String message) {
        super(message);
        this.template = template;
        this.line = line;
    }

    static InvalidTemplateException unknown(String template, int line, String name, Collection<String> known) {
        return new InvalidTemplateException(
                template,
                line,
                "%s:%d: Unknown placeholder '${%s}'; known are %s. Correct it, or write '$${%s}' for one that the script itself is to have. Nothing was written."
                        .formatted(
                                template,
                                line,
                                name,
                                known.stream()
                                        .sorted()
                                        .map(key -> "'${" + key + "}'")
                                        .toList(),
                                name));
    }

    static InvalidTemplateException misplaces(String template, String what, String expected, String found) {
        return new InvalidTemplateException(
                template,
                1,
                "%s: A revision from this template has '%s: %s' where it should have '%s'. Give the template the header line of that key with its placeholder; the built-in one, which 'migrations init' writes, shows how. Nothing was written."
                        .formatted(template, what, found, expected));
    }

    static InvalidTemplateException faulty(String template, List<ScriptFault> faults) {
        return new InvalidTemplateException(
                template,
                faults.get(0).line(),
                "%s: A revision from this template could not be loaded: %s Correct the template. Nothing was written."
                        .formatted(
                                template,
                                faults.stream()
                                        .map(fault -> "line %d: %s %s"
                                                .formatted(fault.line(), fault.message(), fault.remedy()))
                                        .collect(Collectors.joining(" "))));
    }

    public String template() {
        return template;
    }

    /** The line with the mistake, from 1. */
    public int line() {
        return line;
    }
}
