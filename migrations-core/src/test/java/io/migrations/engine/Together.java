/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same thing in several threads at once. */
final class Together {

    static final int PROCESSES = 8;

    private Together() {}

    static <T> List<T> run(Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(
                    IntStream.range(0, PROCESSES).mapToObj(i -> work).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
