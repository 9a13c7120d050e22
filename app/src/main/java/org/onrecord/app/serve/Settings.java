package org.onrecord.app.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a server is set up.
 *
 * @param index folder of the index
 * @param host to listen on: a name or an address of this machine
 * @param port to listen on; 0 for any that is free
 * @param names by which others reach the server, where there is a proxy before it
 * @param token by which writers are known
 * @param mostRequests a second that one client may send, on average
 * @param largestUpload in bytes
 * @param deadline for an answer from the index
 * @param version of the program
 */
public record Settings(
        Path index,
        String host,
        int port,
        List<String> names,
        String token,
        int mostRequests,
        long largestUpload,
        Duration deadline,
        String version) {
    /** What a token consists of: it stands in headers, cookies and addresses. */
    public static final String TOKEN = "[A-Za-z0-9._~-]{16,200}";

    public static final int PORT = 8080;
    public static final int MOST_REQUESTS = 50;
    public static final long LARGEST_UPLOAD = 100_000_000;
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    public Settings {
        names = List.copyOf(names);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " must be within 0..65535");
        }
        if (!token.matches(TOKEN)) {
            throw new IllegalArgumentException("a token has 16 to 200 letters, digits, and . _ ~ -");
        }
        if (mostRequests < 1 || largestUpload < 1) {
            throw new IllegalArgumentException("a server that takes nothing");
        }
    }

    /**
     * Whether others than the users of this machine can reach it: then reading needs the token as well.
     *
     * @throws IllegalArgumentException if the host is none
     */
    public boolean isExposed() {
        return !names.isEmpty() || !isLoopback(host);
    }

    /** Whether a host is this machine alone. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + host + "' is no name or address of this machine", e);
        }
    }
}
