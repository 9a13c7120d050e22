package org.onrecord.harvest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request, robots.txt apart, with whatever bytes it likes. */
final class RudeServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Rudeness rudeness;
    private final AtomicInteger requests = new AtomicInteger();

    /** What it sends once it has read a request. */
    interface Rudeness {
        void answer(Socket connection, OutputStream out) throws IOException, InterruptedException;
    }

    RudeServer(Rudeness rudeness) {
        this.rudeness = rudeness;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    static RudeServer sending(String bytes) {
        return new RudeServer((connection, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String request = head(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            if (request.startsWith("GET /robots.txt")) {
                out.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
            } else {
                requests.incrementAndGet();
                rudeness.answer(connection, out);
            }
            out.flush();
        } catch (IOException e) {
            return; // the other side hung up, as it should
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/page");
    }

    /** Requests for anything but robots.txt. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
