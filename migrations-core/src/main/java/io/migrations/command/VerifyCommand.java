/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.MigrationVerifier;
import io.migrations.comparison.Verification;
import io.migrations.comparison.VerificationFinding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: whether each downgrade restores what was there. */
@Command(
        name = "verify",
        description = {
            "Tries whether each downgrade restores what was there.",
            "",
            "Takes a scratch database through every revision, up, down and up again. Reports each downgrade that fails"
                    + " or leaves something else than there was, and each upgrade that fails or leaves something else"
                    + " the second time. The application's own database is not touched, and the"
                    + " scratch database is gone afterwards."
        },
        exitCodeList = {
            "0:Each downgrade restores what was there.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:Something was found."
        },
        footer = {
            "  migrations verify",
            "  migrations verify head --data src/test/resources/rows.sql",
            "",
            "JSON: sound, revisions, irreversible, findings (revision, kind, message, detail)"
        })
final class VerifyCommand extends Subcommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            converter = TargetText.class,
            description = TargetedCommand.TARGETS + " Default: all heads.")
    private List<String> targets = List.of();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Insert the rows of this SQL script, each statement as soon as its tables exist, and see that"
                    + " they survive. A line '-- After: REVISION' says when what follows is to run.")
    private @Nullable Path data;

    @Option(names = "--reversible", description = "Report each revision without downgrade, too.")
    private boolean reversible;

    @Override
    Report report() {
        MigrationVerifier verifier = application().verifier();
        if (!targets.isEmpty()) {
            verifier = verifier.upTo(targets);
        }
        if (data != null) {
            verifier = verifier.withData(data);
        }
        if (reversible) {
            verifier = verifier.requiringDowngrades();
        }
        Verification verification = verifier.verify();
        return new Report(
                verification::text, () -> json(verification), verification.isSound() ? ExitCode.DONE : ExitCode.FOUND);
    }

    private static Map<String, ?> json(Verification verification) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sound", verification.isSound());
        json.put("revisions", verification.revisions());
        json.put("irreversible", verification.irreversible());
        json.put(
                "findings",
                verification.findings().stream().map(VerifyCommand::json).toList());
        return json;
    }

    private static Map<String, ?> json(VerificationFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!finding.revision().isEmpty()) {
            json.put("revision", finding.revision());
        }
        json.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        json.put("message", finding.message());
        json.put("detail", finding.detail());
        return json;
    }
}
