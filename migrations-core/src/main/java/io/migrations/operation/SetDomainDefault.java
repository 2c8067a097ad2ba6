/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER DOMAIN ... SET DEFAULT} or {@code DROP DEFAULT}.
 *
 * @param defaultValue the default then; null for none
 * @param existing the default before, where that is known
 */
public record SetDomainDefault(
        Name domain, @Nullable Sql defaultValue, @Nullable Known<Sql> existing) implements Operation {

    @Override
    public List<String> statements() {
        String alter = "ALTER DOMAIN " + domain.sql();
        return List.of(defaultValue == null ? alter + " DROP DEFAULT" : alter + " SET DEFAULT " + defaultValue);
    }

    @Override
    public Inverse inverse() {
        return existing == null
                ? Inverse.none("Nothing says what the default of the domain '%s' was before; give its existing default."
                        .formatted(domain))
                : Inverse.of(new SetDomainDefault(domain, existing.value(), Known.of(defaultValue)));
    }
}
