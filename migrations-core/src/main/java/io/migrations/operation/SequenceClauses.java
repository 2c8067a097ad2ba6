/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * How the settings of a sequence are said.
 *
 * @param <S> what has the settings
 */
public interface SequenceClauses<S> {

    /** What is said so far. */
    SequenceSettings settings();

    /** The same with other settings. */
    S with(SequenceSettings settings);

    /** {@code AS}: the type of its values, and so their range. */
    default S as(Type type) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                type,
                now.increment(),
                now.minimum(),
                now.maximum(),
                now.start(),
                now.cache(),
                now.cycling(),
                now.owner()));
    }

    /** {@code INCREMENT BY}: what is between two values; below zero it counts down. */
    default S increment(long by) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(), by, now.minimum(), now.maximum(), now.start(), now.cache(), now.cycling(), now.owner()));
    }

    /** {@code MINVALUE}. */
    default S min(long minimum) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                minimum,
                now.maximum(),
                now.start(),
                now.cache(),
                now.cycling(),
                now.owner()));
    }

    /** {@code MAXVALUE}. */
    default S max(long maximum) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                now.minimum(),
                maximum,
                now.start(),
                now.cache(),
                now.cycling(),
                now.owner()));
    }

    /** {@code START WITH}: the first value, and that of a restart. */
    default S start(long value) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                now.minimum(),
                now.maximum(),
                value,
                now.cache(),
                now.cycling(),
                now.owner()));
    }

    /** {@code CACHE}: how many values a session takes at once. */
    default S cache(long values) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                now.minimum(),
                now.maximum(),
                now.start(),
                values,
                now.cycling(),
                now.owner()));
    }

    /** {@code CYCLE} or {@code NO CYCLE}: whether it begins again after its last value. */
    default S cycle(boolean again) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                now.minimum(),
                now.maximum(),
                now.start(),
                now.cache(),
                again,
                now.owner()));
    }

    /** {@code CYCLE}. */
    default S cycle() {
        return cycle(true);
    }

    /** {@code OWNED BY}: the column that it is dropped with. */
    default S ownedBy(String table, String column) {
        return ownedBy(SequenceSettings.Owner.of(table, column));
    }

    /** {@code OWNED BY NONE}. */
    default S ownedByNone() {
        return ownedBy(SequenceSettings.Owner.NONE);
    }

    /** {@code OWNED BY}. */
    default S ownedBy(SequenceSettings.Owner owner) {
        SequenceSettings now = settings();
        return with(new SequenceSettings(
                now.type(),
                now.increment(),
                now.minimum(),
                now.maximum(),
                now.start(),
                now.cache(),
                now.cycling(),
                owner));
    }
}
