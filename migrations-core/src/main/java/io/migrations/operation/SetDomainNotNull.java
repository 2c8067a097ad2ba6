/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code ALTER DOMAIN ... SET NOT NULL} or {@code DROP NOT NULL}. Its inverse is the other one, so it is not for a domain
 * that is so already.
 *
 * @param required whether it refuses null then
 */
public record SetDomainNotNull(Name domain, boolean required) implements Operation {

    @Override
    public List<String> statements() {
        return List.of("ALTER DOMAIN " + domain.sql() + (required ? " SET NOT NULL" : " DROP NOT NULL"));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new SetDomainNotNull(domain, !required));
    }
}
