/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;
import org.springframework.stereotype.Component;

@Component
class Announcement implements MigrationListener {

    @Override
    public void runCompleted(RunResult result) {
        System.out.println("The database is at " + result.plan().headsAfter());
    }
}
