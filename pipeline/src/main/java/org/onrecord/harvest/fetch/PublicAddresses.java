package org.onrecord.harvest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells addresses that anyone on the internet can reach from those of one's own machine and network, by the registries of
 * special addresses (RFC 6890 and those that add to it). An IPv6 address that carries an IPv4 address is judged by it.
 */
final class PublicAddresses {
    private static final String LOCAL = "an address of this machine";
    private static final String PRIVATE = "a private address";
    private static final String LINK = "a link-local address, where clouds keep their secrets";
    private static final String SHARED = "an address inside a provider's network";
    private static final String SEVERAL = "a multicast address";
    private static final String RESERVED = "a reserved address";
    private static final String EXAMPLE = "an address kept for examples";
    private static final String TUNNEL = "a tunnel's address";

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8", LOCAL),
            Block.of("10.0.0.0/8", PRIVATE),
            Block.of("100.64.0.0/10", SHARED),
            Block.of("127.0.0.0/8", LOCAL),
            Block.of("169.254.0.0/16", LINK),
            Block.of("172.16.0.0/12", PRIVATE),
            Block.of("192.0.0.0/24", RESERVED),
            Block.of("192.0.2.0/24", EXAMPLE),
            Block.of("192.88.99.0/24", TUNNEL),
            Block.of("192.168.0.0/16", PRIVATE),
            Block.of("198.18.0.0/15", RESERVED),
            Block.of("198.51.100.0/24", EXAMPLE),
            Block.of("203.0.113.0/24", EXAMPLE),
            Block.of("224.0.0.0/4", SEVERAL),
            Block.of("240.0.0.0/4", RESERVED),
            Block.of("::/128", LOCAL),
            Block.of("::1/128", LOCAL),
            Block.of("64:ff9b:1::/48", PRIVATE),
            Block.of("100::/64", RESERVED),
            Block.of("2001::/32", TUNNEL),
            Block.of("2001:2::/48", RESERVED),
            Block.of("2001:db8::/32", EXAMPLE),
            Block.of("3fff::/20", EXAMPLE),
            Block.of("5f00::/16", RESERVED),
            Block.of("fc00::/7", PRIVATE),
            Block.of("fe80::/10", LINK),
            Block.of("fec0::/10", PRIVATE),
            Block.of("ff00::/8", SEVERAL));

    /** IPv6 addresses with an IPv4 address in them, from this byte on. */
    private record Embedding(Block block, int from) {}

    /** IPv4-compatible, IPv4-translated, NAT64, 6to4. What Java itself reads as IPv4 (mapped) never comes here. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(Block.of("::/96", ""), 12),
            new Embedding(Block.of("::ffff:0:0:0/96", ""), 12),
            new Embedding(Block.of("64:ff9b::/96", ""), 12),
            new Embedding(Block.of("2002::/16", ""), 2));

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

    private PublicAddresses() {}

    /** What keeps an address from being public, with its article; empty where it is public. */
    static Optional<String> objection(InetAddress address) {
        return objection(address.getAddress());
    }

    static Optional<String> objection(byte[] address) {
        return SPECIAL.stream()
                .filter(block -> block.contains(address))
                .findFirst()
                .map(Block::what)
                .or(() -> carried(address).flatMap(PublicAddresses::objection));
    }

    private static Optional<byte[]> carried(byte[] address) {
        if (address.length != 16) {
            return Optional.empty();
        }
        if (Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length) || isIsatap(address)) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.block().contains(address))
                .findFirst()
                .map(embedding -> Arrays.copyOfRange(address, embedding.from(), embedding.from() + 4));
    }

    private static boolean isIsatap(byte[] address) {
        return (address[8] & ~2) == ISATAP[0] && Arrays.equals(address, 9, 12, ISATAP, 1, 4);
    }

    /** For the addresses of a name: the first that is not public. */
    static Optional<InetAddress> firstNotPublic(InetAddress[] addresses) {
        return Arrays.stream(addresses)
                .filter(address -> objection(address).isPresent())
                .findFirst();
    }

    static InetAddress[] lookUp(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
