/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc.shop;

import org.springframework.data.repository.ListCrudRepository;

public interface PurchaseOrders extends ListCrudRepository<PurchaseOrder, Long> {}
