/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of ids as messages show them: {@code ['a', 'b']}. */
final class Quoted {

    private Quoted() {}

    static String list(Collection<String> ids) {
        return ids.stream().collect(Collectors.joining("', '", "['", "']"));
    }
}
