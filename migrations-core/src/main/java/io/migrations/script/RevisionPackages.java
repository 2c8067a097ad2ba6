/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Revisions in Java, also those that are no beans: the classes of some packages that have a {@link RevisionHeader}, made with their
 * constructor without parameters, of any visibility.
 */
public final class RevisionPackages implements JavaRevisions {

    private final List<String> packages;
    private final ClassLoader classLoader;
    private final JavaRevisions beans;

    /**
     * Searches these packages, and those below them.
     *
     * @param classLoader whose classpath is searched
     * @param beans those that Spring makes, wherever they are; they are not made again
     */
    public RevisionPackages(List<String> packages, ClassLoader classLoader, JavaRevisions beans) {
        // A blank one would be everything.
        this.packages = packages.stream().filter(name -> !name.isBlank()).toList();
        this.classLoader = classLoader;
        this.beans = beans;
    }

    /**
     * The beans, and one of each other class.
     *
     * @throws InvalidScriptsException for a class that has the header and cannot be a revision
     */
    @Override
    public List<JavaRevision> find() {
        List<JavaRevision> revisions = new ArrayList<>(beans.find());
        Set<Class<?>> made = new HashSet<>();
        revisions.forEach(revision -> made.add(ClassUtils.getUserClass(revision)));
        List<ScriptFault> faults = new ArrayList<>();
        List<String> indexed = ScriptIndex.revisionsHere(classLoader);
        for (Class<?> type : indexed.isEmpty() ? annotated(packages, classLoader) : named(indexed)) {
            if (!made.add(type)) {
                continue;
            }
            if (JavaRevision.class.isAssignableFrom(type)) {
                make(type.asSubclass(JavaRevision.class), revisions, faults);
            } else {
                faults.add(new ScriptFault(
                        SourceLines.of(type).path(),
                        1,
                        "'%s' has a @RevisionHeader, and is no revision.".formatted(type.getName()),
                        "Let it implement JavaRevision or ReversibleRevision."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidScriptsException(faults);
        }
        return revisions;
    }

    /** The classes of some packages, and of those below them, that have the header. */
    static List<Class<?>> annotated(List<String> packages, ClassLoader classLoader) {
        List<Class<?>> types = new ArrayList<>();
        try {
            MetadataReaderFactory readers = MetadataReaderFactory.create(classLoader);
            for (String name : packages) {
                String pattern = "classpath*:" + ClassUtils.convertClassNameToResourcePath(name) + "/**/*.class";
                for (Resource resource : new PathMatchingResourcePatternResolver(classLoader).getResources(pattern)) {
                    MetadataReader reader = readers.getMetadataReader(resource);
                    if (reader.getAnnotationMetadata().hasAnnotation(RevisionHeader.class.getName())) {
                        types.add(ClassUtils.forName(reader.getClassMetadata().getClassName(), classLoader));
                    }
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (ClassNotFoundException exception) {
            throw new IllegalStateException(exception);
        }
        return types;
    }

    private List<Class<?>> named(List<String> names) {
        return names.stream()
                .filter(name -> packages.stream().anyMatch(known -> name.startsWith(known + ".")))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, classLoader))
                .toList();
    }

    private static void make(Class<? extends JavaRevision> type, List<JavaRevision> made, List<ScriptFault> faults) {
        try {
            Constructor<? extends JavaRevision> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            made.add(constructor.newInstance());
        } catch (ReflectiveOperationException exception) {
            faults.add(new ScriptFault(
                    SourceLines.of(type).path(),
                    1,
                    "No '%s' can be made: %s".formatted(type.getName(), exception),
                    "Give it a constructor without parameters, or make it a Spring bean."));
        }
    }
}
