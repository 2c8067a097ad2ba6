/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders in the database. */
@Repository
class Orders {

    private static final String SELECT = """
            SELECT o.id, a.number AS account, o.symbol, o.side, o.quantity, o.limit_price, o.notes, o.placed_at
              FROM orders o JOIN accounts a ON a.id = o.account_id
            """;

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest orders: of an account, with some words in their notes, or all. */
    List<Order> find(@Nullable String account, @Nullable String notes) {
        var sql = new StringBuilder(SELECT).append(" WHERE true");
        if (account != null) {
            sql.append(" AND a.number = :account");
        }
        if (notes != null) {
            sql.append(" AND o.notes ILIKE :pattern");
        }
        return jdbc.sql(sql.append(" ORDER BY o.placed_at DESC, o.id DESC LIMIT 100")
                        .toString())
                .param("account", account)
                .param("pattern", notes == null ? null : "%" + literally(notes) + "%")
                .query(Order.class)
                .list();
    }

    Optional<Order> find(long id) {
        return jdbc.sql(SELECT + " WHERE o.id = :id")
                .param("id", id)
                .query(Order.class)
                .optional();
    }

    /** Stores an order; nothing where there is no such account. */
    Optional<Order> place(NewOrder order) {
        return jdbc.sql("""
                        INSERT INTO orders (account_id, symbol, side, quantity, limit_price, notes)
                        SELECT id, :symbol, :side, :quantity, :limitPrice, :notes FROM accounts WHERE number = :account
                        RETURNING id""")
                .param("account", order.account())
                .param("symbol", order.symbol())
                .param("side", order.side().name())
                .param("quantity", order.quantity())
                .param("limitPrice", order.limitPrice())
                .param("notes", order.notes())
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** A text that LIKE takes for itself. */
    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
