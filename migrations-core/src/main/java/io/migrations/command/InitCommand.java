/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.script.NewSourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init}: makes the folder for revisions, as Alembic's {@code init}. */
@Command(
        name = "init",
        description = {
            "Makes the folder for revisions in the sources.",
            "",
            "It gets 'revision.sql.template', which new revisions are written from, and 'heads.txt', which keeps their"
                    + " heads. No database is needed."
        },
        footer = {
            "  migrations init",
            "  migrations init db/src/main/resources/db/migrations",
            "",
            "JSON: directory, files, heads"
        })
final class InitCommand extends Subcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder, by default the one that the first location of the build is made from.")
    private @Nullable Path directory;

    @Override
    Report report() {
        NewSourceFolder made = NewSourceFolder.make(application().authoring(), directory);
        return Report.of(() -> text(made), () -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("directory", made.shown());
            json.put("files", made.files());
            json.put("heads", made.heads());
            return json;
        });
    }

    private static String text(NewSourceFolder made) {
        List<String> lines = new ArrayList<>();
        lines.add("Created " + made.shown());
        made.files().forEach(file -> lines.add("  " + file));
        lines.add("");
        if (!made.isConfigured()) {
            lines.add("Set migrations.command.directory=%s, so that commands find it.".formatted(made.shown()));
        }
        lines.add("Next: migrations revision -m \"create orders\"");
        return String.join(System.lineSeparator(), lines);
    }
}
