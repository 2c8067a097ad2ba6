/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.JournalVerification;
import io.migrations.engine.LogEntry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code log}: the team's migration log, from the journal in the database. */
@Command(
        name = "log",
        description = {
            "Prints the migration log, the newest entry last.",
            "",
            "It has every attempt at every revision. Times are those of this machine's time zone."
        },
        exitCodeList = {
            "0:Done.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:The log was changed (--verify)."
        },
        footer = {
            "  migrations log",
            "  migrations log -v",
            "  migrations log --verify",
            "",
            "JSON: entries; with --verify sound, rows, broken, contradictions"
        })
final class LogCommand extends Subcommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Print the whole message below each entry that has one, and not only the beginning of why it"
                    + " failed.")
    private boolean verbose;

    @Option(
            names = "--verify",
            description = "Check instead that the log was not changed: its chain of hashes, and whether it says what"
                    + " the database says is applied. Exit code 3 where it was.")
    private boolean verify;

    @Override
    Report report() {
        if (verify) {
            return report(application().migrator().verifyJournal());
        }
        List<LogEntry> log = application().migrator().log();
        return Report.of(
                () -> log.isEmpty() ? "Nothing has been done yet." : LogTable.of(log, ZoneId.systemDefault(), verbose),
                () -> Map.of("entries", log.stream().map(LogCommand::json).toList()));
    }

    private static Report report(JournalVerification verification) {
        return new Report(
                () -> text(verification),
                () -> json(verification),
                verification.isSound() ? ExitCode.DONE : ExitCode.FOUND);
    }

    private static String text(JournalVerification verification) {
        if (verification.isSound()) {
            return "The journal is whole: %s, and it says what the database says is applied."
                    .formatted(Words.count(verification.rows(), "row"));
        }
        List<String> lines = new ArrayList<>();
        verification.firstBroken().ifPresent(broken -> lines.add(broken.sentence()));
        lines.addAll(verification.contradictions());
        return String.join("\n", lines);
    }

    private static Map<String, ?> json(JournalVerification verification) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sound", verification.isSound());
        json.put("rows", verification.rows());
        json.put(
                "broken",
                verification
                        .firstBroken()
                        .map(broken ->
                                Map.of("row", broken.id(), "action", broken.action(), "revision", broken.revision()))
                        .orElse(null));
        json.put("contradictions", verification.contradictions());
        json.values().removeIf(Objects::isNull);
        return json;
    }

    private static Map<String, ?> json(LogEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("date", entry.date().toString());
        json.put("revision", entry.revision());
        json.put("description", entry.description());
        json.put("action", entry.action());
        json.put("status", entry.status().name().toLowerCase(Locale.ROOT));
        json.put("applied", entry.applied());
        json.put("appliedBy", entry.appliedBy());
        json.put("osUser", entry.osUser());
        json.put("host", entry.host());
        json.put("application", entry.application());
        json.put("applicationVersion", entry.applicationVersion());
        json.put(
                "durationMillis",
                entry.duration() == null ? null : entry.duration().toMillis());
        json.put("statements", entry.statements());
        json.put("message", entry.message());
        json.values().removeIf(Objects::isNull);
        return json;
    }
}
