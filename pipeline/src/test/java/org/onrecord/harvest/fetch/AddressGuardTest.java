package org.onrecord.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    /** Both ends of every block, and what lies just beside it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    0.0.0.0,               an address of this machine
                    0.255.255.255,         an address of this machine
                    1.0.0.0,               public
                    9.255.255.255,         public
                    10.0.0.0,              a private address
                    10.255.255.255,        a private address
                    11.0.0.0,              public
                    100.63.255.255,        public
                    100.64.0.0,            an address inside a provider's network
                    100.100.100.200,       an address inside a provider's network
                    100.127.255.255,       an address inside a provider's network
                    100.128.0.0,           public
                    126.255.255.255,       public
                    127.0.0.1,             an address of this machine
                    127.255.255.255,       an address of this machine
                    128.0.0.0,             public
                    169.253.255.255,       public
                    169.254.169.254,       'a link-local address, where clouds keep their secrets'
                    169.255.0.0,           public
                    172.15.255.255,        public
                    172.16.0.0,            a private address
                    172.31.255.255,        a private address
                    172.32.0.0,            public
                    192.0.0.170,           a reserved address
                    192.0.1.0,             public
                    192.0.2.1,             an address kept for examples
                    192.88.99.1,           a tunnel's address
                    192.167.255.255,       public
                    192.168.0.0,           a private address
                    192.168.255.255,       a private address
                    192.169.0.0,           public
                    198.17.255.255,        public
                    198.18.0.0,            a reserved address
                    198.19.255.255,        a reserved address
                    198.20.0.0,            public
                    198.51.100.7,          an address kept for examples
                    203.0.113.7,           an address kept for examples
                    223.255.255.255,       public
                    224.0.0.1,             a multicast address
                    239.255.255.255,       a multicast address
                    240.0.0.0,             a reserved address
                    255.255.255.255,       a reserved address
                    ::,                    an address of this machine
                    ::1,                   an address of this machine
                    ::127.0.0.1,           an address of this machine
                    ::8.8.8.8,             public
                    ::ffff:10.0.0.1,       a private address
                    ::ffff:8.8.8.8,        public
                    ::ffff:0:10.0.0.1,     a private address
                    64:ff9b::10.0.0.1,     a private address
                    64:ff9b::8.8.8.8,      public
                    64:ff9b:1::1,          a private address
                    100::1,                a reserved address
                    2001::1,               a tunnel's address
                    2001:db8::1,           an address kept for examples
                    2002:0a00:0001::1,     a private address
                    2002:7f00:0001::1,     an address of this machine
                    2002:0808:0808::1,     public
                    2606:4700::1111,       public
                    2a00:1450:4001::1:5efe:10.0.0.1, public
                    2a00:1450:4001::5efe:10.0.0.1, a private address
                    2a00:1450:4001::200:5efe:10.0.0.1, a private address
                    3fff::1,               an address kept for examples
                    fbff::1,               public
                    fc00::1,               a private address
                    fd00:ec2::254,         a private address
                    fdff:ffff::1,          a private address
                    fe80::1,               'a link-local address, where clouds keep their secrets'
                    febf::1,               'a link-local address, where clouds keep their secrets'
                    fec0::1,               a private address
                    ff02::1,               a multicast address
                    """)
    void tellsPublicAddressesFromOthers(String address, String what) throws UnknownHostException {
        assertEquals(
                what, PublicAddresses.objection(InetAddress.getByName(address)).orElse("public"));
    }

    /** An IPv4 address is judged alike in every disguise. */
    @Property(tries = 500)
    void noDisguiseChangesTheJudgement(@ForAll @Size(4) byte[] four) {
        Optional<String> plain = PublicAddresses.objection(four);
        for (String prefix :
                new String[] {"00000000000000000000ffff", "0064ff9b0000000000000000", "0000000000000000ffff0000"}) {
            byte[] sixteen = new byte[16];
            System.arraycopy(java.util.HexFormat.of().parseHex(prefix), 0, sixteen, 0, 12);
            System.arraycopy(four, 0, sixteen, 12, 4);
            assertEquals(plain, PublicAddresses.objection(sixteen));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ftp://news.example/a         | is not fetched: only http and https are, not 'ftp'
                    file:///etc/passwd           | is not fetched: only http and https are, not 'file'
                    http://ada:pw@127.0.0.1/     | is not fetched: it has a user name in it; leave that out
                    http://127.0.0.1/            | is not fetched: its host is 127.0.0.1, an address of this machine; give --allow-private to fetch from your own network
                    http://127.1/                | is not fetched: it names no host
                    http://2130706433/           | is not fetched: its host is 127.0.0.1, an address of this machine; give --allow-private to fetch from your own network
                    http://[::1]:8080/           | is not fetched: its host is 0:0:0:0:0:0:0:1, an address of this machine; give --allow-private to fetch from your own network
                    http://[::ffff:10.1.2.3]/    | is not fetched: its host is 10.1.2.3, a private address; give --allow-private to fetch from your own network
                    https://169.254.169.254/meta | is not fetched: its host is 169.254.169.254, a link-local address, where clouds keep their secrets; give --allow-private to fetch from your own network
                    http://localhost/            | is not fetched: its host is 127.0.0.1, an address of this machine; give --allow-private to fetch from your own network
                    http://no-such-host.invalid/ | cannot be fetched: the name 'no-such-host.invalid' is not known: check its spelling and your connection
                    """)
    void saysWhyAnAddressIsNotFetched(String address, String reason) {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> AddressGuard.publicOnly().check(URI.create(address)));
        assertEquals(reason, refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://10.0.0.1/", "http://[fd00::1]/", "http://1.1.1.1/"})
    void fetchesFromOnesOwnNetworkWhenTold(String address) {
        assertDoesNotThrow(() -> AddressGuard.anywhere().check(URI.create(address)));
    }

    @Test
    void theTestGuardLetsThroughOnePlaceOnly() {
        AddressGuard guard = AddressGuard.publicOr("127.0.0.1:8080");
        assertDoesNotThrow(() -> guard.check(URI.create("http://127.0.0.1:8080/")));
        assertThrows(RefusedException.class, () -> guard.check(URI.create("http://127.0.0.1:8081/")));
        assertThrows(RefusedException.class, () -> guard.check(URI.create("http://127.0.0.2:8080/")));
    }

    /** A name that was public when it was checked may be private when the client connects. */
    @Test
    void aWatchedNameCannotLeadElsewhereLater() throws UnknownHostException {
        InetAddress own = InetAddress.getByName("10.0.0.1");
        InetAddress open = InetAddress.getByName("8.8.8.8");
        assertEquals(1, WatchedNames.checked("moving.example", Stream.of(own)).count());
        try (WatchedNames.Watch first = WatchedNames.watch("Moving.example")) {
            WatchedNames.Watch second = WatchedNames.watch("moving.example");
            assertEquals(
                    1, WatchedNames.checked("moving.example", Stream.of(open)).count());
            second.close();
            assertThrows(
                    WatchedNames.NotPublicException.class,
                    () -> WatchedNames.checked("MOVING.example", Stream.of(open, own)),
                    first::toString);
        }
        assertEquals(1, WatchedNames.checked("moving.example", Stream.of(own)).count());
    }

    /** That the JVM itself asks: without it the check above would be of no use. Java answers for "localhost" unasked. */
    @Test
    void theResolverOfTheJvmAsksTheWatch() throws IOException {
        assertTrue(ServiceLoader.load(InetAddressResolverProvider.class).stream()
                .anyMatch(provider -> provider.type().equals(CheckingResolver.class)));
        Path names = Path.of("/proc/sys/kernel/hostname");
        // In capitals the JVM's cache does not know it yet.
        String own = Files.isReadable(names) ? Files.readString(names).strip().toUpperCase(Locale.ROOT) : "";
        boolean refused = false;
        try (WatchedNames.Watch watch = WatchedNames.watch(own)) {
            InetAddress[] found = own.isEmpty() ? new InetAddress[0] : InetAddress.getAllByName(own);
            assertEquals(Optional.empty(), PublicAddresses.firstNotPublic(found), watch::toString);
        } catch (WatchedNames.NotPublicException e) {
            refused = true;
        } catch (UnknownHostException e) {
            assertEquals(UnknownHostException.class, e.getClass());
        }
        if (!refused) {
            System.out.println(
                    "SKIPPED: this machine's own name leads to no private address, so no look-up is refused");
        }
        assumeTrue(refused);
    }
}
