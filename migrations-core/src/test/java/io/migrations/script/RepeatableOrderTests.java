/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatableOrderTests {

    @Test
    void withoutDependenciesNamesComeAsAPersonCounts() {
        RepeatableOrder order = RepeatableOrder.of(Map.of("v10", List.of(), "v2", List.of(), "a/b", List.of()));

        assertThat(order.names()).containsExactly("a/b", "v2", "v10");
        assertThat(order.cycle()).isEmpty();
    }

    @Test
    void whatIsDependedOnComesFirst() {
        RepeatableOrder order = RepeatableOrder.of(
                Map.of("a", List.of("d"), "b", List.of("a", "c"), "c", List.of(), "d", List.of("c")));

        assertThat(order.names()).containsExactly("c", "d", "a", "b");
    }

    @Test
    void aNameThatIsNotThereDoesNotCount() {
        assertThat(RepeatableOrder.of(Map.of("a", List.of("gone"))).names()).containsExactly("a");
    }

    @Test
    void aCycleIsNamedWithoutWhatMerelyStandsOnIt() {
        RepeatableOrder order =
                RepeatableOrder.of(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"), "z", List.of()));

        assertThat(order.names()).containsExactly("z");
        assertThat(order.cycle()).containsExactly("b", "c");
    }

    @Test
    void aScriptThatDependsOnItselfIsACycle() {
        assertThat(RepeatableOrder.of(Map.of("a", List.of("a"))).cycle()).containsExactly("a");
    }
}
