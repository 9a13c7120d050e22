package org.onrecord.harvest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Names that must lead to public addresses only, for as long as somebody fetches from them. It is shared by the whole JVM,
 * as its resolver is; names not in it are nobody's business here.
 */
final class WatchedNames {
    private static final Map<String, Integer> WATCHED = new ConcurrentHashMap<>();

    private WatchedNames() {}

    /** One name under watch. */
    interface Watch extends AutoCloseable {
        Watch NONE = () -> {};

        @Override
        void close();
    }

    /** A watched name that answers with an address that is not public. */
    static final class NotPublicException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        private final InetAddress address;

        NotPublicException(String host, InetAddress address) {
            super(host + " leads to " + address.getHostAddress());
            this.address = address;
        }

        InetAddress address() {
            return address;
        }
    }

    static Watch watch(String host) {
        String name = key(host);
        WATCHED.merge(name, 1, Integer::sum);
        return () -> WATCHED.computeIfPresent(name, (same, count) -> count == 1 ? null : count - 1);
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /**
     * The answer to a look-up, unless its name is watched and one of its addresses is not public.
     *
     * @throws NotPublicException if so
     */
    static Stream<InetAddress> checked(String host, Stream<InetAddress> answer) throws NotPublicException {
        if (!WATCHED.containsKey(key(host))) {
            return answer;
        }
        List<InetAddress> addresses = answer.toList();
        Optional<InetAddress> own = PublicAddresses.firstNotPublic(addresses.toArray(new InetAddress[0]));
        if (own.isPresent()) {
            throw new NotPublicException(host, own.get());
        }
        return addresses.stream();
    }
}
