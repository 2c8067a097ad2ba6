/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.MigrationException;

/** It cannot be told where a scratch database could be had. */
public final class NoScratchException extends MigrationException {

    NoScratchException(String reason) {
        super("There is no scratch database: %s. Let 'migrations.scratch.url' name an empty one.".formatted(reason));
    }
}
