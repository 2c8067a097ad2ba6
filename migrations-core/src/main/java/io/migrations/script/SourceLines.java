/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/**
 * Where in its source a revision in Java is, told from the stack.
 *
 * @param type the revision's class; its lambdas and nested classes count as it
 */
record SourceLines(Class<?> type) {

    private static final StackWalker WALKER = StackWalker.getInstance();

    static SourceLines of(Class<?> type) {
        // A proxy of a bean has no source.
        return new SourceLines(ClassUtils.getUserClass(type));
    }

    /** The file, as messages name it. */
    String path() {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return outermost.getName().replace('.', '/') + ".java";
    }

    /** The line that is being run, or 1. */
    int current() {
        return WALKER.walk(
                frames -> first(frames.map(frame -> new Place(frame.getClassName(), frame.getLineNumber()))));
    }

    /** The line that a fault has come from, or 1. */
    int of(Throwable fault) {
        return first(Stream.of(fault.getStackTrace())
                .map(element -> new Place(element.getClassName(), element.getLineNumber())));
    }

    private record Place(String type, int line) {}

    private int first(Stream<Place> places) {
        Optional<Place> own = places.filter(place ->
                        place.type().equals(type.getName()) || place.type().startsWith(type.getName() + "$"))
                .findFirst();
        return own.map(Place::line).filter(line -> line > 0).orElse(1);
    }
}
