/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small trading application. Its database is whatever the revisions in {@code db/migrations} make of it. */
@SpringBootApplication
public class SampleApplication {

    public static void main(String[] args) {
        SpringApplication.run(SampleApplication.class, args);
    }
}
