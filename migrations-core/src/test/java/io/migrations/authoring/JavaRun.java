/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.operation.Operation;
import io.migrations.script.JavaBody;
import io.migrations.script.JavaRevision;
import io.migrations.script.JavaText;
import io.migrations.script.Operations;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compiles a revision in Java in memory, and runs it with operations that take note. */
final class JavaRun {

    private JavaRun() {}

    /** What the upgrade says. */
    static List<Operation> of(JavaBody body) {
        String imports =
                body.imports().stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        String lines =
                body.upgrade().stream().map(line -> "        " + line + "\n").collect(Collectors.joining());
        return run(source(imports, lines));
    }

    /** Texts as constants, each told by an operation. */
    static List<Operation> constants(List<String> texts) {
        String lines = texts.stream()
                .map(text -> "        op.invoke(new io.migrations.authoring.Told("
                        + JavaText.of(text).replace("\n", "\n            ") + "));\n")
                .collect(Collectors.joining());
        return run(source("", lines));
    }

    private static String source(String imports, String lines) {
        return """
                package db.migrations;
                import io.migrations.script.JavaRevision;
                import io.migrations.script.Operations;
                %spublic final class Written implements JavaRevision {
                    public void upgrade(Operations op) {
                %s    }
                }
                """.formatted(imports, lines);
    }

    /** The operations that a class of that source says. */
    static List<Operation> run(String source) {
        List<Operation> said = new ArrayList<>();
        instance(source).upgrade(recording(said));
        return said;
    }

    /** What both directions of a class of that source say. */
    static List<List<Operation>> both(String source) {
        List<Operation> up = new ArrayList<>();
        List<Operation> down = new ArrayList<>();
        JavaRevision revision = instance(source);
        revision.upgrade(recording(up));
        revision.downgrade(recording(down));
        return List.of(up, down);
    }

    private static Operations recording(List<Operation> said) {
        return new Operations() {
            @Override
            public void invoke(Operation operation) {
                said.add(operation);
            }

            @Override
            public JdbcClient jdbc() {
                throw new AssertionError("No revision that is written asks the database");
            }

            @Override
            public void irreversible(String why) {
                throw new AssertionError(why);
            }
        };
    }

    private static JavaRevision instance(String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
        var bytes = new ByteArrayOutputStream();
        var manager = new ForwardingJavaFileManager<JavaFileManager>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///Written.class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return bytes;
                    }
                };
            }
        };
        var file =
                new SimpleJavaFileObject(
                        URI.create("memory:///db/migrations/"
                                + source.replaceAll("(?s).*?\\bfinal class (\\w+).*", "$1") + ".java"),
                        JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return source;
                    }
                };
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(
                        null, manager, diagnostics, List.of("-proc:none", "-cp", path), null, List.of(file))
                .call();
        assertThat(compiled)
                .as(() -> new TreeSet<>(diagnostics.getDiagnostics().stream()
                                .map(String::valueOf)
                                .toList())
                        + source)
                .isTrue();
        return load(source.replaceAll("(?s).*?\\bfinal class (\\w+).*", "$1"), bytes.toByteArray());
    }

    private static JavaRevision load(String name, byte[] bytes) {
        var loader = new ClassLoader(JavaRun.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("db.migrations." + name, bytes, 0, bytes.length);
            }
        };
        try {
            Constructor<?> constructor = loader.define().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (JavaRevision) constructor.newInstance();
        } catch (ReflectiveOperationException exception) {
            throw new LinkageError("The revision can't be made", exception);
        }
    }
}
