/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When a {@link Hook} runs: around a run that has something to do, or around each revision of it. */
public enum HookPoint {
    BEFORE_UPGRADE,
    AFTER_UPGRADE,
    BEFORE_DOWNGRADE,
    AFTER_DOWNGRADE,
    BEFORE_EACH_UPGRADE,
    AFTER_EACH_UPGRADE,
    BEFORE_EACH_DOWNGRADE,
    AFTER_EACH_DOWNGRADE;

    /** The point before the first step of a run. */
    public static HookPoint before(Direction direction) {
        return direction == Direction.UPGRADE ? BEFORE_UPGRADE : BEFORE_DOWNGRADE;
    }

    /** The point after the last step of a run. */
    public static HookPoint after(Direction direction) {
        return direction == Direction.UPGRADE ? AFTER_UPGRADE : AFTER_DOWNGRADE;
    }

    /** The point before the first statement of each step. */
    public static HookPoint beforeEach(Direction direction) {
        return direction == Direction.UPGRADE ? BEFORE_EACH_UPGRADE : BEFORE_EACH_DOWNGRADE;
    }

    /** The point after the last statement of each step. */
    public static HookPoint afterEach(Direction direction) {
        return direction == Direction.UPGRADE ? AFTER_EACH_UPGRADE : AFTER_EACH_DOWNGRADE;
    }

    /** Whether it is around each step, and in the step's transaction. */
    public boolean isEach() {
        return name().contains("_EACH_");
    }

    /** Whether it comes before what it is named after. */
    public boolean isBefore() {
        return name().startsWith("BEFORE_");
    }

    /** What the file is called: {@code before_upgrade.sql}. */
    public String fileName() {
        return stem() + ".sql";
    }

    String stem() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HookPoint> named(String fileName) {
        return Stream.of(values())
                .filter(point -> point.fileName().equals(fileName))
                .findFirst();
    }
}
