/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@SpringBootConfiguration
@EnableAutoConfiguration
class SliceApplication {}
