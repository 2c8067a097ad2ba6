/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(check = @CheckConstraint(constraint = "name <> ''"))
class Specialty {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Integer id;

    private String name;
}
