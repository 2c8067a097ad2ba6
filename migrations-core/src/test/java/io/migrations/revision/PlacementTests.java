/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static io.migrations.revision.Graphs.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.InvalidPlacementException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTests {

    private static final RevisionGraph GRAPH = RevisionGraph.of(List.of(
            labelled("001", List.of(), List.of()),
            labelled("002", List.of("001"), List.of(), "billing"),
            labelled("003", List.of("001"), List.of())));

    @Test
    void twoHeadsAskForADecision() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> Placement.AFTER_HEAD.in(GRAPH))
                .withMessage("Target 'head' is ambiguous, the revisions have 2 heads: '002' (002.sql), '003' (003.sql)."
                        + " Join them with 'migrations merge', or write 'Revises' in the one that was meant to"
                        + " follow the other; 'billing@head' takes the line of one, 'heads' takes all.");
    }

    @Test
    void aMergeFollowsAllHeads() {
        assertThat(Placement.after(Target.HEADS).in(GRAPH))
                .isEqualTo(new NewRevision(List.of("002", "003"), List.of(), List.of()));
    }

    @Test
    void theBaseBeginsANewRoot() {
        assertThat(Placement.after(Target.BASE).in(GRAPH).parents()).isEmpty();
    }

    @Test
    void dependenciesAreWrittenInFullButLabelsStayLabels() {
        var placement = new Placement(
                Target.parseAll(List.of("003")), false, List.of("orders"), List.of("billing@head", "billing"), "004");

        assertThat(placement.in(GRAPH))
                .isEqualTo(new NewRevision(List.of("003"), List.of("002", "billing"), List.of("orders")));
    }

    @Test
    void aRevisionThatIsNoHeadIsFollowedOnlyWhenAskedFor() {
        List<Target> middle = Target.parseAll(List.of("001"));

        assertThatExceptionOfType(InvalidPlacementException.class)
                .isThrownBy(() -> new Placement(middle, false, List.of(), List.of(), null).in(GRAPH))
                .withMessage(
                        "Revision '001' is no head, '002' (002.sql), '003' (003.sql) follow it; ask for a splice to"
                                + " begin a new branch there, or name a head: '002' (002.sql), '003' (003.sql).")
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo(Reason.NOT_A_HEAD));
        assertThat(new Placement(middle, true, List.of(), List.of(), null)
                        .in(GRAPH)
                        .parents())
                .containsExactly("001");
    }

    @Test
    void aHeadIsNamedOnce() {
        assertThatExceptionOfType(InvalidPlacementException.class)
                .isThrownBy(() -> Placement.after(Target.parse("002"), Target.parse("billing"))
                        .in(GRAPH))
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo(Reason.DUPLICATE_HEAD));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a-b,     -,       ILLEGAL_ID",
                "head,    -,       ILLEGAL_ID",
                "002,     -,       ID_TAKEN",
                "billing, -,       ID_TAKEN",
                "004,     002,     LABEL_TAKEN",
                "004,     billing, LABEL_TAKEN",
                "004,     004,     LABEL_TAKEN",
                "-,       a@b,     ILLEGAL_LABEL",
                "-,       base,    ILLEGAL_LABEL",
            })
    void namesThatCannotBeAreRefused(String id, String label, Reason reason) {
        List<String> labels = label == null ? List.of() : List.of(label);

        assertThatExceptionOfType(InvalidPlacementException.class)
                .isThrownBy(() -> new Placement(List.of(Target.parse("003")), false, labels, List.of(), id).in(GRAPH))
                .satisfies(invalid -> {
                    assertThat(invalid.reason()).isEqualTo(reason);
                    assertThat(invalid.value()).isEqualTo(label == null ? id : label);
                });
    }

    @Test
    void anUnknownDependencyIsRefused() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(
                        () -> new Placement(List.of(Target.HEADS), false, List.of(), List.of("zzz"), null).in(GRAPH));
    }
}
