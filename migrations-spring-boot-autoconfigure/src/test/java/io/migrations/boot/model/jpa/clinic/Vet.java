/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Set;

@Entity
@Table(name = "vets")
class Vet extends Person {

    @ManyToMany
    private Set<Specialty> specialties;

    @Convert(converter = LocaleConverter.class)
    private Locale language;
}
