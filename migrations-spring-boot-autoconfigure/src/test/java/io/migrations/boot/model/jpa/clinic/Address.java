/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
class Address {

    String street;

    String city;

    @Column(columnDefinition = "char(5) default '00000'")
    private String zip;
}
