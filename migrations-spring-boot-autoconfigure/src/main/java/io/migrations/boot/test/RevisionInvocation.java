/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.comparison.Verification;
import io.migrations.comparison.VerificationFinding;
import io.migrations.comparison.VerificationFinding.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The test of one revision. */
record RevisionInvocation(String name, List<VerificationFinding> findings, Verification verification)
        implements TestTemplateInvocationContext, BeforeTestExecutionCallback, ParameterResolver {

    static TestTemplateInvocationContext of(String id, Verification verification) {
        String name = verification.irreversible().contains(id) ? id + " (no downgrade)" : id;
        return new RevisionInvocation(name, verification.of(id), verification);
    }

    /** What belongs to none of the revisions that were tried. */
    static TestTemplateInvocationContext ofTheRest(Verification verification) {
        List<VerificationFinding> rest = verification.findings().stream()
                .filter(finding -> !verification.revisions().contains(finding.revision()))
                .toList();
        return new RevisionInvocation("repeatable scripts and rows", rest, verification);
    }

    @Override
    public String getDisplayName(int number) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (findings.isEmpty()) {
            return;
        }
        String text = findings.stream().map(VerificationFinding::toString).collect(Collectors.joining("\n\n"));
        if (findings.stream().allMatch(finding -> finding.kind() == Kind.NOT_TRIED)) {
            Assumptions.abort(text);
        }
        throw new AssertionError(text);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Verification.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return verification;
    }
}
