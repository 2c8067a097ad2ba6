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
    private long id;

    @Basic(optional = false)
    private String name;

    private LocalDate birthDate;

    private Instant seen;

    @Column(precision = 6, scale = 2)
    private BigDecimal weight;

    private Duration patience;

    private boolean neutered;

    @Lob
    private byte[] picture;

    @Lob
    private String story;

    @Enumerated(EnumType.STRING)
    private Size size;

    @Enumerated(EnumType.ORDINAL)
    private Size appetite;

    @Enumerated
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Size noise;

    @ManyToOne(optional = false)
    private PetType type;

    enum Size {
        SMALL,
        LARGE
    }
}
