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
    private Address address;

    @Column(unique = true)
    private String telephone;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "owner_id")
    private List<Pet> pets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "owner_nicknames")
    private Set<String> nicknames;

    @ElementCollection
    private Map<String, Address> addresses;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> preferences;

    private String[] tags;

    private List<Integer> scores;
}
