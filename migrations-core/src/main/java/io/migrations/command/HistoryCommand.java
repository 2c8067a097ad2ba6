/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.InvalidTargetException;
import io.migrations.revision.Range;
import io.migrations.revision.Revision;
import io.migrations.revision.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code history}: the revisions, newest first, in the format of Alembic's {@code history}. */
@Command(
        name = "history",
        description = {
            "Shows the revisions, newest first.",
            "",
            "A line reads: <parents> (<dependencies>) -> <revision> (<branch labels>) (head) (current) (branchpoint)"
                    + " (mergepoint), <description>. No database is needed, unless -i is given or the range names"
                    + " 'current'; then revisions that only the database has are shown, too."
        },
        footer = {
            "  migrations history",
            "  migrations history -r 003:head",
            "  migrations history -i -r current:",
            "",
            "JSON: revisions"
        })
final class HistoryCommand extends Subcommand {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "FROM:TO",
            converter = RangeConverter.class,
            description = "Only this part, both ends included: 003:005, 003:, :005, -3:, current:, billing@base:")
    private Range range = Range.ALL;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each.")
    private boolean verbose;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it stands.")
    private boolean indicateCurrent;

    @Override
    Report report() {
        View view = View.of(application().migrator(), indicateCurrent || namesCurrent(range));
        List<Revision> revisions = view.resolver().between(range);
        return Report.of(
                () -> verbose
                        ? new RevisionEntry(view).of(revisions)
                        : revisions.stream().map(new RevisionLine(view)::full).collect(Collectors.joining("\n")),
                () -> Map.of("revisions", new RevisionJson(view).of(revisions)));
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }

    private static boolean namesCurrent(Range range) {
        return Stream.of(range.from(), range.to()).anyMatch(HistoryCommand::namesCurrent);
    }

    private static boolean namesCurrent(@Nullable Target target) {
        return target != null && "current".equals(target.word());
    }

    /** Reads a range; what is none is wrong usage. */
    static final class RangeConverter implements ITypeConverter<Range> {

        @Override
        public Range convert(String text) {
            try {
                return Range.parse(text);
            } catch (InvalidTargetException exception) {
                throw new TypeConversionException(exception.getMessage());
            }
        }
    }
}
