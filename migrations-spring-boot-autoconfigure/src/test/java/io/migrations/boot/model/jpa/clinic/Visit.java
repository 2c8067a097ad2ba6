/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One table for all. */
@Entity
@DiscriminatorValue("visit")
class Visit {

    @Id
    private String number;

    @CreationTimestamp
    private OffsetDateTime at;

    @ColumnDefault("'none'")
    @Column(comment = "what was found")
    private String description;

    @ManyToOne
    @JoinColumn(name = "pet", foreignKey = @ForeignKey(name = "visit_of_pet"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Pet pet;

    @Entity
    @DiscriminatorValue("emergency")
    static class Emergency extends Visit {

        private Integer urgency;
    }
}
