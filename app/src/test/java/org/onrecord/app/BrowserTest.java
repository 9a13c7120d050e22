package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
    private static final String ADDRESS = "http://127.0.0.1:8080/?token=0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "Linux, xdg-open",
        "FreeBSD, xdg-open",
        "'', xdg-open",
        "Mac OS X, open",
        "Darwin, xdg-open",
        "Windows 11, rundll32 url.dll;FileProtocolHandler"
    })
    void eachSystemHasItsWay(String system, String command) {
        assertEquals(
                List.of((command.replace(';', ',') + " " + ADDRESS).split(" ")),
                Browser.command(system, URI.create(ADDRESS)));
    }
}
