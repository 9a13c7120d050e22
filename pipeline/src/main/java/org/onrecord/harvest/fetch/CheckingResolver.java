package org.onrecord.harvest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * The JVM's own resolver, with a check of the names in {@link WatchedNames}: the look-up that the HTTP client makes when it
 * connects cannot give what the guard has not seen. Found by the JVM as a service; where another program brings its own
 * provider, the JVM takes one of them and this check may be missing.
 */
public final class CheckingResolver extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver own = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return WatchedNames.checked(host, own.lookupByName(host, policy));
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return own.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "onrecord: watched names lead to public addresses";
    }
}
