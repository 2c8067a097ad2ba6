/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandArgumentsTests {

    @Test
    void noCommandWithoutTheNameInFirstPlace() {
        assertThat(CommandArguments.of()).isEmpty();
        assertThat(CommandArguments.of("--server.port=0")).isEmpty();
        assertThat(CommandArguments.of("import", "migrations")).isEmpty();
        assertThat(CommandArguments.of("--migrations")).isEmpty();
        assertThat(CommandArguments.of("--import", "migrations")).isEmpty();
        assertThat(CommandArguments.of("Migrations")).isEmpty();
    }

    @Test
    void propertiesWithADotAreTheApplicationsWhereverTheyStand() {
        var arguments = CommandArguments.of(
                        "--spring.profiles.active=prod",
                        "migrations",
                        "upgrade",
                        "--spring.datasource.url=jdbc:x?a=b",
                        "--my.list[0].name=x",
                        "head",
                        "--my.flag",
                        "--debug",
                        "--trace=false")
                .orElseThrow();

        assertThat(arguments.command()).containsExactly("upgrade", "head");
        assertThat(arguments.application())
                .containsExactly(
                        "--spring.profiles.active=prod",
                        "--spring.datasource.url=jdbc:x?a=b",
                        "--my.list[0].name=x",
                        "--my.flag",
                        "--debug",
                        "--trace=false");
    }

    @Test
    void allElseIsTheCommands() {
        List<String> typed = List.of(
                "--json",
                "-v",
                "--head=a.b",
                "-m",
                "see section 1.2",
                "--message=-- 1.2",
                "--tables",
                "a.b",
                "--",
                "--spring.profiles.active=x");

        var arguments = CommandArguments.of(
                        Stream.concat(Stream.of("migrations"), typed.stream()).toArray(String[]::new))
                .orElseThrow();

        assertThat(arguments.command()).isEqualTo(typed);
        assertThat(arguments.application()).isEmpty();
    }
}
