/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/** An application with these entities. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class Clinic {}
