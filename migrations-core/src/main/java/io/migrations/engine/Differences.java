/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RevisionTexts;
import io.migrations.script.Script;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import io.migrations.script.TextDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets what the database recorded of a revision against what its script says now. Pure. */
final class Differences {

    private final List<String> place = new ArrayList<>();

    private Differences() {}

    /**
     * What differs, if anything does.
     *
     * @param texts the recorded texts, asked for only where the checksums differ
     */
    static Optional<EditedRevision> between(
            AppliedRevision recorded, Supplier<RevisionTexts> texts, ScriptDirectory directory) {
        return directory
                .find(recorded.id())
                .flatMap(script -> new Differences().of(recorded, texts, script, directory));
    }

    private Optional<EditedRevision> of(
            AppliedRevision recorded,
            Supplier<RevisionTexts> texts,
            ScriptedRevision script,
            ScriptDirectory directory) {
        AppliedRevision current = RecordedRevision.of(script, directory.graph(), recorded.appliedAt());
        compare("parents", recorded.revision().parents(), current.revision().parents());
        compare(
                "dependencies",
                recorded.revision().dependencies(),
                current.revision().dependencies());
        compare(
                "branch labels",
                recorded.revision().labels(),
                current.revision().labels());
        compareText(
                "description",
                recorded.revision().description(),
                current.revision().description());
        compareText("transactional", recorded.transactional(), current.transactional());
        if (recorded.downgradeChecksum() != null) {
            compareText("downgrade transactional", recorded.downgradeTransactional(), current.downgradeTransactional());
        }
        String upgrade = recorded.checksum().equals(current.checksum())
                ? null
                : TextDifference.of(texts.get().upgrade(), script.upgrade().text());
        String downgrade = Objects.equals(recorded.downgradeChecksum(), current.downgradeChecksum())
                ? null
                : TextDifference.of(
                        Objects.requireNonNullElse(texts.get().downgrade(), ""),
                        script.findDowngrade().map(Script::text).orElse(""));
        return upgrade == null && downgrade == null && place.isEmpty()
                ? Optional.empty()
                : Optional.of(new EditedRevision(recorded.id(), script.upgrade().file(), upgrade, downgrade, place));
    }

    private void compare(String what, Collection<String> recorded, Collection<String> current) {
        if (!new HashSet<>(recorded).equals(new HashSet<>(current))) {
            compareText(what, listed(recorded), listed(current));
        }
    }

    private void compareText(String what, @Nullable Object recorded, @Nullable Object current) {
        if (!Objects.equals(recorded, current)) {
            place.add("%s: recorded %s, now %s".formatted(what, quoted(recorded), quoted(current)));
        }
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names);
    }

    private static String quoted(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "none" : "'" + value + "'";
    }
}
