/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The classes whose members picocli reads by reflection, for a native image, which has to be told. */
public final class CommandTypes {

    private final Set<Class<?>> types = new LinkedHashSet<>();

    private CommandTypes() {}

    /** All of them, as picocli's own model of the commands has them. */
    public static Set<Class<?>> all() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var root = new MigrationsCommand(new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false));
        var found = new CommandTypes();
        found.collect(new CommandLine(root).getCommandSpec());
        return Set.copyOf(found.types);
    }

    private void collect(CommandSpec command) {
        collect(command.userObject());
        collect(command.versionProvider());
        collect(command.defaultValueProvider());
        command.mixins().values().forEach(this::collect);
        command.args().forEach(this::collect);
        command.argGroups().forEach(this::collect);
        command.subcommands().values().forEach(subcommand -> collect(subcommand.getCommandSpec()));
    }

    private void collect(ArgGroupSpec group) {
        if (group.typeInfo() != null) {
            collect(group.typeInfo().getType());
        }
        group.args().forEach(this::collect);
        group.subgroups().forEach(this::collect);
    }

    private void collect(ArgSpec argument) {
        collect(argument.completionCandidates());
        for (Object converter : argument.converters()) {
            collect(converter);
        }
    }

    private void collect(@Nullable Object user) {
        if (user != null) {
            collect(user.getClass());
        }
    }

    private void collect(Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            types.add(each);
        }
    }
}
