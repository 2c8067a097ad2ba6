/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;

record NamedAnnouncement(String migrator) implements MigrationListener {

    @Override
    public void runCompleted(RunResult result) {
        System.out.println("The database of '%s' is at %s"
                .formatted(migrator, result.plan().headsAfter()));
    }
}
