/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heads}: the heads of this build's revisions. */
@Command(name = "heads", description = "Shows the heads of this build's revisions.")
final class HeadsCommand extends Subcommand {

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description =
                    "End with exit code 3 unless the heads are those of this file, the 'heads.txt' of the sources.")
    private @Nullable Path check;

    @Override
    Report report() {
        if (check != null) {
            return new HeadsCheck(application().migrator().scripts().graph(), check).report();
        }
        List<Revision> heads = application().migrator().scripts().graph().heads();
        return Report.of(
                () -> heads.stream().map(head -> head.id() + " (head)").collect(Collectors.joining("\n")),
                () -> Map.of("heads", heads.stream().map(Revision::id).toList()));
    }
}
