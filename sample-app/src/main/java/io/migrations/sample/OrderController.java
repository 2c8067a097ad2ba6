/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/orders")
class OrderController {

    private final Orders orders;
    private final ApplicationEventPublisher publisher;

    OrderController(Orders orders, ApplicationEventPublisher publisher) {
        this.orders = orders;
        this.publisher = publisher;
    }

    @GetMapping
    List<Order> find(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String notes) {
        return orders.find(account, notes);
    }

    @GetMapping("/{id}")
    Order find(@PathVariable long id) {
        return orders.find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order %d.".formatted(id)));
    }

    @PostMapping
    ResponseEntity<Order> place(@Valid @RequestBody NewOrder order, UriComponentsBuilder uri) {
        Order placed = orders.place(order)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "There is no account '%s'.".formatted(order.account())));
        publisher.publishEvent(placed);
        return ResponseEntity.created(uri.path("/orders/{id}").build(placed.id()))
                .body(placed);
    }
}
