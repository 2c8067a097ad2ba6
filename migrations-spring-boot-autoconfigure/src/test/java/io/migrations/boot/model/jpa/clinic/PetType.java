/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

@Entity
@Table(name = "types", schema = "catalog")
class PetType {

    @Id
    @GeneratedValue
    private UUID id;

    @NotNull private String name;
}
