/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.Checksum;
import io.migrations.sql.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;

/**
 * What must hold for any bytes whatever in the file of a revision. Called by a fuzzer, see CONTRIBUTING.md, and by {@code
 * FuzzCorpusTests} with what it has found.
 */
public final class ScriptFuzzTarget {

    private static final String PATH = "db/migrations/001_a.sql";
    private static final ScriptLoader LOADER =
            new ScriptLoader(List.of("db/migrations"), ScriptFuzzTarget.class.getClassLoader(), Placeholders.none());

    private ScriptFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<ScriptFault> faults = new ArrayList<>();
        String text = ScriptReader.read(new ByteArrayResource(input), PATH, faults);
        if (!faults.isEmpty()) {
            check(faults, List.of(PATH));
            return;
        }
        ScriptDirectory scripts;
        try {
            scripts = ScriptAssembly.assemble(List.of(new ScriptFile(PATH, text)), List.of(), Placeholders.none());
        } catch (InvalidScriptsException exception) {
            check(exception.faults(), List.of(PATH));
            return;
        }
        check(scripts);
    }

    /** A fault says where it is, and nothing that was read can pose as something else where it is printed. */
    static void check(List<ScriptFault> faults, List<String> paths) {
        assertThat(faults).isNotEmpty();
        for (ScriptFault fault : faults) {
            assertThat(fault.file()).isIn(paths);
            assertThat(fault.line()).isPositive();
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.remedy()).isNotBlank();
            assertThat(fault.toString().chars().filter(c -> c != '\t' && Character.isISOControl(c)))
                    .as("%s", fault)
                    .isEmpty();
        }
    }

    static void check(ScriptDirectory scripts) {
        for (var revision : scripts.graph().revisions()) {
            assertThat(revision.id()).isNotBlank();
            ScriptedRevision scripted = scripts.find(revision.id()).orElseThrow();
            checkKept(scripted.upgrade());
            scripted.keptDowngrade().ifPresent(ScriptFuzzTarget::checkKept);
        }
    }

    /** The text that the database keeps of a script, read by a build without its file, says the same as the file. */
    private static void checkKept(Script script) {
        Script kept = LOADER.parse("kept", script.text(), script.transactional());
        assertThat(kept.checksum()).isEqualTo(script.checksum());
        assertThat(kept.statements().stream().map(statement -> statement.kind() + statement.text()))
                .isEqualTo(script.statements().stream()
                        .map(statement -> statement.kind() + statement.text())
                        .toList());
        assertThat(Checksum.of(kept.statements())).isEqualTo(Checksum.of(script.statements()));
    }
}
