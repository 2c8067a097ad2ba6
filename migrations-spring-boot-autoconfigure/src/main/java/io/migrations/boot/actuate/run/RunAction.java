/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of a database. */
public enum RunAction {
    UPGRADE,
    DOWNGRADE,
    STAMP,
    REPAIR;

    /** By its name, as the command line writes it. */
    public static Optional<RunAction> find(String text) {
        return Stream.of(values())
                .filter(action -> action.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
