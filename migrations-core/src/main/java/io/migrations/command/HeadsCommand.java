/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code heads}: the heads of this build's revisions. */
@Command(name = "heads", description = "Shows the heads of this build's revisions.")
final class HeadsCommand extends Subcommand {

    @Override
    Report report() {
        List<Revision> heads = application().migrator().scripts().graph().heads();
        return Report.of(
                () -> heads.stream().map(head -> head.id() + " (head)").collect(Collectors.joining("\n")),
                () -> Map.of("heads", heads.stream().map(Revision::id).toList()));
    }
}
