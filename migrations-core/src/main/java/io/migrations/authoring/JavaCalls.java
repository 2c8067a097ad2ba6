/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of the vocabulary, as calls in Java. */
interface JavaCalls {

    /** The call that says the operation; null where this part has no word for it. */
    @Nullable String of(Operation operation);

    static String call(String method, String... arguments) {
        return Chain.invocation("op." + method, Arrays.asList(arguments));
    }

    /** The same with options after the arguments, where there are some. */
    static String call(String method, String parameter, Chain options, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        if (!options.isEmpty()) {
            all.add(parameter + " -> " + options);
        }
        return Chain.invocation("op." + method, all);
    }
}
