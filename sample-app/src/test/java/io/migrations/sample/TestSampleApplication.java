/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** Starts the sample on a PostgreSQL in a container, at development time: {@code spring-boot:test-run}. */
final class TestSampleApplication {

    private TestSampleApplication() {}

    public static void main(String[] args) {
        String[] all = Stream.concat(Stream.of("--sample.database.embedded=false"), Stream.of(args))
                .toArray(String[]::new);
        SpringApplication.from(SampleApplication::main)
                .with(ContainerDatabase.class)
                .run(all);
    }
}
