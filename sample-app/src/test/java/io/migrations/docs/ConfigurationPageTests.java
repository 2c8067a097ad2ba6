/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfigurationPageTests {

    @Test
    void aBeanThatCommandsDoWithout() {
        var runner = new ApplicationContextRunner().withUserConfiguration(ConfigurationPage.class);

        runner.run(context -> assertThat(context).hasBean("notForCommands"));
        runner.withPropertyValues("migrations.command.running=true")
                .run(context -> assertThat(context).doesNotHaveBean("notForCommands"));
    }
}
