/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Has a repository. */
@Table
public class PurchaseOrder {

    @Id
    public Long id;

    @Version
    public int version;

    public Instant placedAt;

    public LocalDate due;

    public Status status;

    public boolean express;

    public BigDecimal total;

    public String[] tags;

    @Column("Note")
    public String note;

    public AggregateReference<Customer, java.util.UUID> customer;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "ship_")
    public Address address;

    @MappedCollection(keyColumn = "line_no")
    public List<OrderLine> lines;

    public Map<String, Label> labels;

    public Set<Remark> remarks;

    @MappedCollection(idColumn = "order_id")
    public Invoice invoice;

    @Transient
    public String shown;

    public enum Status {
        OPEN,
        DONE
    }

    public record Address(String street, int number) {}

    public record OrderLine(String article, int quantity, List<Discount> discounts) {}

    public record Discount(BigDecimal percent) {}

    public record Label(String text) {}

    public record Remark(@Id Integer id, String text) {}

    public record Invoice(String number) {}
}
