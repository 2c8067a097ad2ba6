/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "pets")
@Inheritance(strategy = InheritanceType.JOINED)
class Pet {

    @Id
    @GeneratedValue(generator = "pet_ids")
    @SequenceGenerator(name = "pet_ids", sequenceName = "pet_ids", initialValue = 100, allocationSize = 10)
    long id;

    @Basic(optional = false)
    String name;

    LocalDate birthDate;

    Instant seen;

    @Column(precision = 6, scale = 2)
    BigDecimal weight;

    Duration patience;

    boolean neutered;

    @Lob
    byte[] picture;

    @Lob
    String story;

    @Enumerated(EnumType.STRING)
    Size size;

    @Enumerated(EnumType.ORDINAL)
    Size appetite;

    @Enumerated
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Size noise;

    @ManyToOne(optional = false)
    PetType type;

    enum Size {
        SMALL,
        LARGE
    }
}
