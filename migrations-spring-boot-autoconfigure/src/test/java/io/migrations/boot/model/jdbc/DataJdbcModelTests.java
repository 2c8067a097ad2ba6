/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.ModelSource;
import io.migrations.boot.model.ApplyModel;
import io.migrations.boot.model.BeforeSingletons;
import io.migrations.boot.model.EntityModel;
import io.migrations.boot.model.NoDatabase;
import io.migrations.boot.model.jdbc.shop.Article;
import io.migrations.boot.model.jdbc.shop.Customer;
import io.migrations.boot.model.jdbc.shop.PurchaseOrder;
import io.migrations.boot.model.jdbc.shop.PurchaseOrders;
import io.migrations.boot.model.jdbc.shop.Shop;
import io.migrations.comparison.SchemaModel;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

@DatabaseTest
class DataJdbcModelTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataJdbcModelAutoConfiguration.class));

    @Test
    void makesTablesThatSpringDataCanUse(TestDatabase database) {
        SchemaModel model = BeforeSingletons.get(
                runner.withConfiguration(AutoConfigurations.of(
                                JdbcTemplateAutoConfiguration.class,
                                DataSourceTransactionManagerAutoConfiguration.class))
                        .withUserConfiguration(NoDatabase.class, Shop.class),
                beans -> beans.getBean(EntityModel.class).find().orElseThrow());
        ApplyModel.to(database, model);

        assertThat(model.isComplete()).isFalse();
        assertThat(columnsAndKeys(database))
                .containsExactly(
                        "article #0001 id bigint notnull=t identity=",
                        "article #0002 name character varying(255) notnull=f identity=",
                        "article: PRIMARY KEY (id)",
                        "crm.customers #0001 id uuid notnull=t identity=",
                        "crm.customers #0002 name character varying(255) notnull=f identity=",
                        "crm.customers #0003 language character varying(255) notnull=f identity=",
                        "crm.customers: PRIMARY KEY (id)",
                        "discount #0001 purchase_order bigint notnull=t identity=",
                        "discount #0002 line_no integer notnull=t identity=",
                        "discount #0003 order_line_key integer notnull=t identity=",
                        "discount #0004 percent numeric notnull=f identity=",
                        "discount: FOREIGN KEY (purchase_order) REFERENCES purchase_order(id)",
                        "discount: PRIMARY KEY (purchase_order, line_no, order_line_key)",
                        "invoice #0001 order_id bigint notnull=t identity=",
                        "invoice #0002 number character varying(255) notnull=f identity=",
                        "invoice: FOREIGN KEY (order_id) REFERENCES purchase_order(id)",
                        "invoice: PRIMARY KEY (order_id)",
                        "label #0001 purchase_order bigint notnull=t identity=",
                        "label #0002 purchase_order_key character varying(255) notnull=t identity=",
                        "label #0003 text character varying(255) notnull=f identity=",
                        "label: FOREIGN KEY (purchase_order) REFERENCES purchase_order(id)",
                        "label: PRIMARY KEY (purchase_order, purchase_order_key)",
                        "order_line #0001 purchase_order bigint notnull=t identity=",
                        "order_line #0002 line_no integer notnull=t identity=",
                        "order_line #0003 article character varying(255) notnull=f identity=",
                        "order_line #0004 quantity integer notnull=t identity=",
                        "order_line: FOREIGN KEY (purchase_order) REFERENCES purchase_order(id)",
                        "order_line: PRIMARY KEY (purchase_order, line_no)",
                        "purchase_order #0001 id bigint notnull=t identity=d",
                        "purchase_order #0002 version integer notnull=t identity=",
                        "purchase_order #0003 placed_at timestamp with time zone notnull=f identity=",
                        "purchase_order #0004 due date notnull=f identity=",
                        "purchase_order #0005 status character varying(255) notnull=f identity=",
                        "purchase_order #0006 express boolean notnull=t identity=",
                        "purchase_order #0007 total numeric notnull=f identity=",
                        "purchase_order #0008 tags character varying(255)[] notnull=f identity=",
                        "purchase_order #0009 Note character varying(255) notnull=f identity=",
                        "purchase_order #0010 customer uuid notnull=f identity=",
                        "purchase_order #0011 ship_street character varying(255) notnull=f identity=",
                        "purchase_order #0012 ship_number integer notnull=f identity=",
                        "purchase_order: PRIMARY KEY (id)",
                        "remark #0001 purchase_order bigint notnull=t identity=",
                        "remark #0002 id integer notnull=t identity=d",
                        "remark #0003 text character varying(255) notnull=f identity=",
                        "remark: FOREIGN KEY (purchase_order) REFERENCES purchase_order(id)",
                        "remark: PRIMARY KEY (id)");
        assertThat(Catalog.of(database.jdbc()).lines()).anyMatch(line -> line.startsWith("sequence article_ids "));
        use(database);
    }

    private static List<String> columnsAndKeys(TestDatabase database) {
        return Catalog.of(database.jdbc()).lines().stream()
                .filter(line -> line.startsWith("column ") || line.startsWith("constraint "))
                .filter(line -> !line.contains(": NOT NULL ") && !line.matches("column \\w+_(seq|ids) .*"))
                .map(line -> line.replaceAll(
                        "^column | (collation|default|generated|storage|compression|statistics|acl|options)=\\S*( zone)?|"
                                + " validated=t$",
                        ""))
                .map(line -> line.replaceAll("^constraint \\w+ on ", ""))
                .sorted()
                .toList();
    }

    private void use(TestDatabase database) {
        runner.withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class))
                .withUserConfiguration(Shop.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password())
                .run(context -> {
                    var template = context.getBean(JdbcAggregateTemplate.class);
                    var customer = new Customer(UUID.randomUUID(), "Ada", Locale.UK);
                    template.insert(customer);
                    template.insert(new Article(null, "tea"));
                    var order = new PurchaseOrder();
                    order.placedAt = Instant.EPOCH;
                    order.due = LocalDate.EPOCH;
                    order.status = PurchaseOrder.Status.OPEN;
                    order.total = BigDecimal.TEN;
                    order.tags = new String[] {"new"};
                    order.note = "fragile";
                    order.customer = AggregateReference.to(customer.id());
                    order.address = new PurchaseOrder.Address("High Street", 1);
                    order.lines = List.of(
                            new PurchaseOrder.OrderLine("tea", 2, List.of(new PurchaseOrder.Discount(BigDecimal.ONE))));
                    order.labels = Map.of("colour", new PurchaseOrder.Label("green"));
                    order.remarks = Set.of(new PurchaseOrder.Remark(null, "soon"));
                    order.invoice = new PurchaseOrder.Invoice("17");

                    PurchaseOrders orders = context.getBean(PurchaseOrders.class);
                    orders.save(order);
                    PurchaseOrder found = orders.findById(order.id).orElseThrow();

                    assertThat(found.lines).isEqualTo(order.lines);
                    assertThat(found.labels).isEqualTo(order.labels);
                    assertThat(found.invoice).isEqualTo(order.invoice);
                    assertThat(found.address).isEqualTo(order.address);
                    assertThat(found.due).isEqualTo(order.due);
                    assertThat(found.placedAt).isEqualTo(order.placedAt);
                });
    }

    @Test
    void isEmptyWithoutEntities() {
        runner.run(context -> {
            EntityModel entities = context.getBean(EntityModel.class);
            assertThat(entities.find()).isEmpty();
            assertThat(entities.source()).isEqualTo(ModelSource.SPRING_DATA_JDBC);
        });
    }

    @Test
    void backsOffWithoutSpringData() {
        runner.withClassLoader(new FilteredClassLoader(JdbcMappingContext.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EntityModel.class));
    }
}
