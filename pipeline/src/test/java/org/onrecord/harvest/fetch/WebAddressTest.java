package org.onrecord.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://news.example               | https://news.example/
                    HTTP://News.Example/A#part         | http://news.example/A
                    https://news.example?page=2        | https://news.example/?page=2
                    http://news.example/a b/é?q=ü      | http://news.example/a%20b/%C3%A9?q=%C3%BC
                    http://news.example/100%/%41       | http://news.example/100%25/%41
                    http://bücher.example/             | http://xn--bcher-kva.example/
                    http://[::1]:80/                   | http://[::1]:80/
                    http://news.example:/              | http://news.example/
                    http://news.example/[a]            | http://news.example/%5Ba%5D
                    ftp://news.example/                | none
                    http:///path                       | none
                    http://news.example:99999/         | none
                    http://two words.example/          | none
                    mailto:ada@news.example            | none
                    """)
    void readsAddressesAsPeopleWriteThem(String text, String address) {
        assertEquals(address, WebAddress.parse(text).map(URI::toString).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /c              | https://news.example/c
                    c?x=1           | https://news.example/a/c?x=1
                    ../c            | https://news.example/c
                    ?page=2         | https://news.example/a/b?page=2
                    //other.example | https://other.example/
                    http://o.example/ü#x | http://o.example/%C3%BC
                    #top            | https://news.example/a/b?q=1
                    javascript:x()  | none
                    """)
    void resolvesLinksAsBrowsersDo(String link, String address) {
        URI base = URI.create("https://news.example/a/b?q=1");
        assertEquals(address, WebAddress.resolve(base, link).map(URI::toString).orElse("none"));
    }

    @Property
    void anyTextIsAnAddressOrNone(@ForAll String text) {
        URI base = URI.create("https://news.example/a/b?q=1");
        WebAddress.parse("http://" + text)
                .ifPresent(address -> assertTrue(address.getHost().length() > 0));
        WebAddress.resolve(base, text)
                .ifPresent(address -> assertTrue(address.getHost().length() > 0));
    }
}
