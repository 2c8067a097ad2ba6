/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "owners",
        indexes = {@Index(columnList = "lastName"), @Index(name = "owners_city", columnList = "city, last_name DESC")},
        uniqueConstraints = @UniqueConstraint(columnNames = {"telephone", "last_name"}))
class Owner extends Person {

    @Embedded
    Address address;

    @Column(unique = true)
    String telephone;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "owner_id")
    List<Pet> pets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "owner_nicknames")
    Set<String> nicknames;

    @ElementCollection
    Map<String, Address> addresses;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> preferences;

    String[] tags;

    List<Integer> scores;
}
