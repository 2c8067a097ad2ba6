/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Placeholders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes repeatable scripts of files, and puts them in their order. */
final class RepeatableAssembly {

    private final List<ScriptFault> faults;
    private final Map<String, ParsedFile> byName = new LinkedHashMap<>();

    private RepeatableAssembly(List<ScriptFault> faults) {
        this.faults = faults;
    }

    /**
     * The repeatable scripts among some files, each after those it depends on.
     *
     * @param faults where what is wrong with them is added
     */
    static List<RepeatableScript> assemble(
            List<ScriptFile> files, Placeholders placeholders, List<ScriptFault> faults) {
        var assembly = new RepeatableAssembly(faults);
        files.stream()
                .filter(file -> file.repeatable() != null)
                .sorted(Comparator.comparing(ScriptFile::path, NaturalOrder.INSTANCE))
                .forEach(file -> assembly.add(RepeatableParser.parse(file, placeholders, faults)));
        return assembly.ordered();
    }

    private void add(ParsedFile parsed) {
        String name = Objects.requireNonNull(parsed.file().repeatable());
        ParsedFile other = byName.putIfAbsent(name, parsed);
        if (other != null) {
            fault(
                    parsed,
                    1,
                    "The repeatable script '%s' is there twice: also in '%s'."
                            .formatted(name, other.file().path()),
                    "Rename one of them.");
        }
    }

    private List<RepeatableScript> ordered() {
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        byName.forEach((name, parsed) -> {
            List<String> lower = parsed.header().values(HeaderKey.DEPENDS_ON);
            lower.stream().filter(other -> !byName.containsKey(other)).forEach(other -> unknown(parsed, other));
            dependencies.put(name, lower);
        });
        RepeatableOrder order = RepeatableOrder.of(dependencies);
        if (!order.cycle().isEmpty()) {
            ParsedFile first = Objects.requireNonNull(byName.get(order.cycle().get(0)));
            fault(
                    first,
                    first.header().lineOf(HeaderKey.DEPENDS_ON),
                    "The repeatable scripts depend on each other in a circle: '%s'."
                            .formatted(String.join("' -> '", order.cycle())),
                    "Break the circle: remove a 'Depends on', or split a script.");
        }
        List<RepeatableScript> scripts = new ArrayList<>();
        order.names().forEach(name -> scripts.add(script(name, Objects.requireNonNull(byName.get(name)))));
        return scripts;
    }

    private void unknown(ParsedFile parsed, String dependency) {
        fault(
                parsed,
                parsed.header().lineOf(HeaderKey.DEPENDS_ON),
                "The repeatable script '%s' depends on '%s', and there is no such repeatable script."
                        .formatted(parsed.file().repeatable(), dependency),
                "Write the name of another: its path below 'repeatable' without '.sql'. What revisions make is there"
                        + " already and needs no mention.");
    }

    private static RepeatableScript script(String name, ParsedFile parsed) {
        Header header = parsed.header();
        ParsedFile.Section section = Objects.requireNonNull(parsed.upgrade());
        return new RepeatableScript(
                name,
                header.value(HeaderKey.DESCRIPTION).orElseGet(() -> name.replace('_', ' ')),
                header.values(HeaderKey.DEPENDS_ON),
                new Script(parsed.file().path(), section.text(), section.statements(), true));
    }

    private void fault(ParsedFile parsed, int line, String message, String remedy) {
        faults.add(new ScriptFault(parsed.file().path(), line, message, remedy));
    }
}
