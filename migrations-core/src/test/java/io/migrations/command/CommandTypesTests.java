/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTypesTests {

    @Test
    void holdEveryCommandWithWhatItInherits() {
        assertThat(CommandTypes.all()).contains(MigrationsCommand.class, HeadsCommand.class, Subcommand.class);
        assertThat(CommandTypes.all()).noneMatch(type -> type == Object.class || type.isInterface());
    }

    @Test
    void holdWhatPicocliMixesIn() {
        assertThat(CommandTypes.all()).contains(Writing.class);
    }
}
