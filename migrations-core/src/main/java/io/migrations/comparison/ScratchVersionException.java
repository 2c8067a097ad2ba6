/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;

/** The scratch database is on a server of another major version, which prints the same schema in other words. */
public final class ScratchVersionException extends MigrationException {

    private final int version;
    private final int scratchVersion;

    ScratchVersionException(int version, int scratchVersion) {
        super(
                "The database is on PostgreSQL %d and the scratch database on %d, and what two major versions print cannot be compared. Let 'migrations.scratch.url' name a database on PostgreSQL %d."
                        .formatted(version, scratchVersion, version));
        this.version = version;
        this.scratchVersion = scratchVersion;
    }

    /** The major version of the database's server. */
    public int version() {
        return version;
    }

    /** The major version of the scratch database's. */
    public int scratchVersion() {
        return scratchVersion;
    }
}
