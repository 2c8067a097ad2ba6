/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A host of a test's own, as far as the network goes: processes in it reach this one over a wire that can be cut. Needs
 * root and Debian's package {@code iproute2}.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip");
    private static final String NOBODYS_HARDWARE = "02:00:00:00:00:99";

    private final String command;
    private final String name;
    private final String near;
    private final String far;
    private final String network;

    private NetworkNamespace(String command) {
        long pid = ProcessHandle.current().pid();
        this.command = command;
        this.name = "migrations-" + pid;
        this.near = "mign" + pid;
        this.far = "migf" + pid;
        this.network = "10.%d.%d.".formatted(200 + pid / 256 % 50, pid % 256);
    }

    /** Makes one, or skips the test where that is not possible. */
    public static NetworkNamespace create() {
        String command = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse("");
        Assumptions.assumeFalse(command.isEmpty(), "no ip on this machine: install Debian's package 'iproute2'");
        var created = new NetworkNamespace(command);
        try {
            created.run("netns", "add", created.name);
            created.run("link", "add", created.near, "type", "veth", "peer", "name", created.far);
            created.run("link", "set", created.far, "netns", created.name);
            created.run("addr", "add", created.hostAddress() + "/24", "dev", created.near);
            created.run("link", "set", created.near, "up");
            created.run("-n", created.name, "addr", "add", created.address() + "/24", "dev", created.far);
            created.run("-n", created.name, "link", "set", created.far, "up");
            created.run("-n", created.name, "link", "set", "lo", "up");
        } catch (IllegalStateException exception) {
            created.close();
            Assumptions.abort("no network namespace to be had: " + exception.getMessage());
        }
        return created;
    }

    /** Where processes inside find this host. */
    public String hostAddress() {
        return network + 1;
    }

    private String address() {
        return network + 2;
    }

    /** What starts a command inside. */
    public List<String> prefix() {
        return List.of(command, "netns", "exec", name);
    }

    /** From now on no packet arrives on the other side, and nobody is told. */
    public void dropEverything() {
        run("neigh", "replace", address(), "lladdr", NOBODYS_HARDWARE, "dev", near, "nud", "permanent");
        run("-n", name, "neigh", "replace", hostAddress(), "lladdr", NOBODYS_HARDWARE, "dev", far, "nud", "permanent");
    }

    private void run(String... arguments) {
        String problem = problem(arguments);
        if (!problem.isEmpty()) {
            throw new IllegalStateException(problem);
        }
    }

    private String problem(String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : line + ": " + output.strip();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return line + ": interrupted";
        }
    }

    /** Also where only a part of it was made: what was never made needs no removal. */
    @Override
    public void close() {
        problem("link", "del", near);
        problem("netns", "del", name);
    }
}
