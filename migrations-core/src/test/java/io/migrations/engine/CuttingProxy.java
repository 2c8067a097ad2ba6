/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.PostgresServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Stands between a client and the server, reads their messages, and ends the first connection instead of delivering one
 * of them. What was delivered before it has been received: both ends are closed, not reset.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
final class CuttingProxy implements AutoCloseable {

    /**
     * A message of the first connection.
     *
     * @param toServer which way it goes
     * @param type the letter of its format; {@code 0} for the one that begins a connection
     * @param command what was done, of the message that says that a command is complete
     */
    record Message(boolean toServer, char type, String command) {

        @Override
        public String toString() {
            return (toServer ? "to the server: " : "to the client: ")
                    + (type == 0 ? "startup" : type + " " + command).strip();
        }
    }

    private final PostgresServer server = PostgresServer.shared();
    private final ServerSocket socket;
    private final IntPredicate isCut;
    private final boolean comesBack;
    private final List<Message> seen = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private int connections;
    private boolean cut;

    private CuttingProxy(IntPredicate isCut, boolean comesBack) {
        this.isCut = isCut;
        this.comesBack = comesBack;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        daemon(this::accept);
    }

    /** Cuts nothing. */
    static CuttingProxy open() {
        return new CuttingProxy(message -> false, true);
    }

    /**
     * Cuts before a message, counted from 0.
     *
     * @param comesBack whether later connections work
     */
    static CuttingProxy cutting(int message, boolean comesBack) {
        return new CuttingProxy(number -> number == message, comesBack);
    }

    /** The url of a database, through here. */
    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s?sslmode=disable&gssEncMode=disable"
                .formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort(), database);
    }

    /** What the first connection has said so far. */
    synchronized List<Message> seen() {
        return List.copyOf(seen);
    }

    synchronized boolean hasCut() {
        return cut;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (hasCut() && !comesBack) {
                    client.close();
                    continue;
                }
                var upstream = new Socket(server.host(), server.port());
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                boolean first = begin(client, upstream);
                daemon(() -> relay(client, upstream, true, first));
                daemon(() -> relay(upstream, client, false, first));
            } catch (IOException exception) {
                // The test is over, or the server refuses; the client sees it.
            }
        }
    }

    private synchronized boolean begin(Socket client, Socket upstream) {
        open.add(client);
        open.add(upstream);
        return ++connections == 1;
    }

    private void relay(Socket from, Socket to, boolean toServer, boolean first) {
        try (from;
                to) {
            var in = new DataInputStream(from.getInputStream());
            boolean startup = toServer;
            while (true) {
                char type = startup ? 0 : (char) in.readUnsignedByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - Integer.BYTES);
                if (body.length < length - Integer.BYTES) {
                    throw new EOFException();
                }
                var message = ByteBuffer.allocate(length + (startup ? 0 : 1));
                if (!startup) {
                    message.put((byte) type);
                }
                message.putInt(length).put(body);
                if (!deliver(new Message(toServer, type, command(type, body)), message.array(), to, first)) {
                    return;
                }
                startup = false;
            }
        } catch (IOException exception) {
            // One end is gone, so the other goes, too.
        }
    }

    private static String command(char type, byte[] body) {
        return type == 'C' ? new String(body, 0, body.length - 1, StandardCharsets.US_ASCII) : "";
    }

    /** One at a time, so that nothing is delivered any more once it is cut. */
    private synchronized boolean deliver(Message message, byte[] bytes, Socket to, boolean first) throws IOException {
        if (first && !cut) {
            cut = isCut.test(seen.size());
            seen.add(message);
        }
        if (first && cut) {
            for (Socket each : open) {
                each.close();
            }
            return false;
        }
        to.getOutputStream().write(bytes);
        return true;
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "cutting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            synchronized (this) {
                for (Socket each : open) {
                    each.close();
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
