/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.script.Script;
import org.jspecify.annotations.Nullable;

/** What the journal says of a downgrade that is kept: its checksum, and whether it runs in a transaction. */
final class DowngradeProof {

    private static final String OUTSIDE = ":outside-transaction";

    private DowngradeProof() {}

    static String of(Script downgrade) {
        return of(downgrade.checksum(), downgrade.transactional());
    }

    /** Of the downgrade that was recorded with an applied revision, if one was. */
    static @Nullable String of(AppliedRevision applied) {
        String checksum = applied.downgradeChecksum();
        return checksum == null ? null : of(checksum, Boolean.TRUE.equals(applied.downgradeTransactional()));
    }

    private static String of(String checksum, boolean transactional) {
        return transactional ? checksum : checksum + OUTSIDE;
    }
}
