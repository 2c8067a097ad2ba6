/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc.shop;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.relational.core.mapping.Table;

@Table
public record Article(@Id @Sequence("article_ids") Long id, String name) {}
