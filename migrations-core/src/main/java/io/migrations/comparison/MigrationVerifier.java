/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves in a scratch database that every downgrade restores what its upgrade found: for a command, and for a test of the
 * application, {@code MigrationVerifier.of(migrator, scratch).verify().assertSound()}. The migrator's own database is not
 * asked anything.
 */
public final class MigrationVerifier {

    private final Migrator migrator;
    private final ScratchSource scratch;
    private final List<String> start;
    private final List<String> targets;
    private final @Nullable String data;
    private final boolean strict;
    private final TextLikeness likeness;

    private MigrationVerifier(
            Migrator migrator,
            ScratchSource scratch,
            List<String> start,
            List<String> targets,
            @Nullable String data,
            boolean strict,
            TextLikeness likeness) {
        this.migrator = migrator;
        this.scratch = scratch;
        this.start = start;
        this.targets = targets;
        this.data = data;
        this.strict = strict;
        this.likeness = likeness;
    }

    /** A verifier of all revisions that a migrator has. */
    public static MigrationVerifier of(Migrator migrator, ScratchSource scratch) {
        return new MigrationVerifier(
                migrator, scratch, List.of(), List.of("heads"), null, false, TextLikeness.printed(migrator));
    }

    /** The same for the revisions up to some targets. */
    public MigrationVerifier upTo(List<String> others) {
        return new MigrationVerifier(migrator, scratch, start, List.copyOf(others), data, strict, likeness);
    }

    /**
     * The same for the revisions above some targets. What is up to these is applied once, and not tried: a baseline without
     * downgrade, or what was tried long ago.
     */
    public MigrationVerifier startingFrom(List<String> others) {
        return new MigrationVerifier(migrator, scratch, List.copyOf(others), targets, data, strict, likeness);
    }

    /**
     * The same with rows in the tables, inserted as soon as these exist: each statement after the first revision with which
     * it can run, or what follows a line {@code -- After: REVISION} after that one.
     *
     * @param script SQL
     */
    public MigrationVerifier withData(String script) {
        return new MigrationVerifier(migrator, scratch, start, targets, script, strict, likeness);
    }

    /** As {@link #withData(String)}, from a file. */
    public MigrationVerifier withData(Path file) {
        try {
            return withData(Files.readString(file));
        } catch (IOException exception) {
            throw new SeedRows.InvalidSeedException(file, exception);
        }
    }

    /** The same, for which a revision without downgrade is not sound. */
    public MigrationVerifier requiringDowngrades() {
        return new MigrationVerifier(migrator, scratch, start, targets, data, true, likeness);
    }

    /** The same, which knows texts that only look different. */
    public MigrationVerifier with(TextLikeness other) {
        return new MigrationVerifier(migrator, scratch, start, targets, data, strict, other);
    }

    /**
     * Tries every revision.
     *
     * @throws ScratchRefusedException where there is no scratch database to be had
     */
    public Verification verify() {
        SeedRows rows = data == null ? SeedRows.none() : SeedRows.parse(data);
        try (ScratchDatabase database = scratch.apartFrom(migrator.dataSource())
                .open(migrator.settings().role())) {
            return new RoundTrips(migrator, database, rows, strict, likeness).run(start, targets);
        }
    }
}
