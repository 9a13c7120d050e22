package org.onrecord.app;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** How the browser is opened, by what each system has for it: the desktop of Java needs libraries of a screen. */
final class Browser {
    private Browser() {}

    /** @param system as Java names it */
    static List<String> command(String system, URI address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", address.toString());
        }
        return name.startsWith("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of("xdg-open", address.toString());
    }
}
