package org.onrecord.harvest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses addresses that a stranger's page, feed or redirect must not lead to: other schemes than http and https,
 * credentials in the address, and every host of which a single address is not public.
 *
 * <p>The HTTP client looks a name up again when it connects. So that a name cannot answer with another address then, the
 * names under watch are checked once more by the resolver of the JVM, see {@link WatchedNames}.
 */
public final class AddressGuard {
    private final boolean anywhere;
    private final Set<String> exempt;

    private AddressGuard(boolean anywhere, Set<String> exempt) {
        this.anywhere = anywhere;
        this.exempt = Set.copyOf(exempt);
    }

    /** Lets through what is public. */
    public static AddressGuard publicOnly() {
        return new AddressGuard(false, Set.of());
    }

    /** Lets through addresses of one's own network too. */
    public static AddressGuard anywhere() {
        return new AddressGuard(true, Set.of());
    }

    /** Lets through what is public, and one place that is not: {@code host:port}. For tests. */
    static AddressGuard publicOr(String place) {
        return new AddressGuard(false, Set.of(place));
    }

    /**
     * Checks one address before it is asked for anything.
     *
     * @throws RefusedException if it is not fetched
     */
    public void check(URI address) throws RefusedException {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedException("is not fetched: only http and https are, not '" + scheme + "'");
        }
        if (address.getRawUserInfo() != null) {
            throw new RefusedException("is not fetched: it has a user name in it; leave that out");
        }
        String host = address.getHost();
        if (host == null || host.isEmpty()) {
            throw new RefusedException("is not fetched: it names no host");
        }
        InetAddress[] found = lookUp(host);
        if (anywhere || exempt.contains(host + ":" + address.getPort())) {
            return;
        }
        Optional<InetAddress> own = PublicAddresses.firstNotPublic(found);
        if (own.isPresent()) {
            throw refused(own.get());
        }
    }

    private static RefusedException refused(InetAddress address) {
        return new RefusedException("is not fetched: its host is " + address.getHostAddress() + ", "
                + PublicAddresses.objection(address).orElseThrow()
                + "; give --allow-private to fetch from your own network");
    }

    private InetAddress[] lookUp(String host) throws RefusedException {
        try {
            return PublicAddresses.lookUp(bare(host));
        } catch (WatchedNames.NotPublicException e) {
            throw refused(e.address());
        } catch (UnknownHostException e) {
            throw new RefusedException(
                    "cannot be fetched: the name '" + host + "' is not known: check its spelling and your connection");
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Keeps the name of an address under watch until closed; does nothing where anything goes. */
    WatchedNames.Watch watch(URI address) {
        return anywhere || exempt.contains(address.getHost() + ":" + address.getPort())
                ? WatchedNames.Watch.NONE
                : WatchedNames.watch(address.getHost());
    }
}
