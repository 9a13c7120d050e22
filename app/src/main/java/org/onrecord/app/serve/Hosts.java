package org.onrecord.app.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Under which names the server answers. A page of another site can have its own name point to this machine and would then
 * be taken by browsers for a page of this server (DNS rebinding); but it cannot have that name be one of these. Addresses
 * need no names and are all answered to.
 */
final class Hosts {
    private static final String PORT = ":\\d{1,5}$";
    private static final String ADDRESS = "\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]";

    private final Set<String> names = new HashSet<>(List.of("localhost"));

    Hosts(Settings settings) {
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** @param host header of a request, with its port or without */
    boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(PORT, "");
        return names.contains(name) || name.matches(ADDRESS);
    }
}
