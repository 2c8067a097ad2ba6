/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc.shop;

import java.util.Locale;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "crm", name = "customers")
public record Customer(@Id UUID id, String name, Locale language) {}
