/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.comparison.VerificationFinding.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether every revision can be taken back and applied again.
 *
 * @param revisions the ids of the revisions that were tried, in order
 * @param irreversible those of them that have no downgrade
 * @param findings what is wrong
 */
public record Verification(List<String> revisions, List<String> irreversible, List<VerificationFinding> findings) {

    public Verification {
        revisions = List.copyOf(revisions);
        irreversible = List.copyOf(irreversible);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. A revision without downgrade is nothing wrong, unless that was asked for. */
    public boolean isSound() {
        return findings.isEmpty();
    }

    /** What is wrong with a revision. */
    public List<VerificationFinding> of(String revision) {
        return findings.stream()
                .filter(finding -> finding.revision().equals(revision))
                .toList();
    }

    /**
     * For a test of the application: fails where something is wrong.
     *
     * @throws AssertionError with the whole text
     */
    public Verification assertSound() {
        if (!isSound()) {
            throw new AssertionError(text());
        }
        return this;
    }

    /** All of it, to be read. */
    public String text() {
        return Stream.concat(Stream.of(summary()), findings.stream().map(VerificationFinding::toString))
                .collect(Collectors.joining("\n\n"));
    }

    private String summary() {
        long untried = revisionsWith(finding -> finding.kind() == Kind.NOT_TRIED);
        long bad = revisionsWith(finding -> finding.kind() != Kind.NOT_TRIED);
        String tried = revisions.size() == 1 ? "1 revision" : revisions.size() + " revisions";
        String oneWay = irreversible.isEmpty()
                ? ""
                : " No way back has been written for '%s'.".formatted(String.join("', '", irreversible));
        if (isSound()) {
            return "Each downgrade restores what was there: %s, up, down and up again.%s".formatted(tried, oneWay);
        }
        if (bad == 0) {
            return "Of %s, none is unsound, but not everything could be tried.%s".formatted(tried, oneWay);
        }
        boolean onlyOneWay = findings.stream().allMatch(finding -> finding.kind() == Kind.IRREVERSIBLE);
        return "Of %s, %d %s not sound%s.%s"
                .formatted(
                        tried,
                        bad,
                        bad == 1 ? "is" : "are",
                        untried == 0 ? "" : ", and %d could not be tried".formatted(untried),
                        onlyOneWay ? "" : oneWay);
    }

    private long revisionsWith(Predicate<VerificationFinding> which) {
        return findings.stream()
                .filter(which)
                .map(VerificationFinding::revision)
                .filter(revision -> !revision.isEmpty())
                .distinct()
                .count();
    }
}
