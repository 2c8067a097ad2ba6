/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/writing-revisions.md shows of new revisions, and of the files they are. */
class WritingPageTests {

    @Test
    void newRevisions(@TempDir Path folder) {
        Project project = Project.offline(folder).script("008_create_orders.sql", "CREATE TABLE orders (id int);");

        Transcript.of("writing-revisions/revision.txt").replay(project.console());
        Shown.of("writing-revisions/20261015123000_add_order_notes.sql")
                .assertIs(project.written("_add_order_notes.sql"));
        Shown.of("writing-revisions/heads.txt").assertIs(project.written("heads.txt"));
        Transcript.of("writing-revisions/java.txt").replay(project.console());
    }
}
