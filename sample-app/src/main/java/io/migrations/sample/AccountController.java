/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final JdbcClient jdbc;

    AccountController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/accounts")
    List<Account> accounts() {
        return jdbc.sql("SELECT number, holder, opened_at FROM accounts ORDER BY number")
                .query(Account.class)
                .list();
    }

    @GetMapping("/positions")
    List<Position> positions() {
        return jdbc.sql("""
                        SELECT a.number AS account, p.symbol, p.quantity, p.average_price, p.updated_at
                          FROM positions p JOIN accounts a ON a.id = p.account_id
                         ORDER BY a.number, p.symbol""").query(Position.class).list();
    }
}
