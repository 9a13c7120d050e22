package org.onrecord.harvest.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * How we behave to a host.
 *
 * @param agent what we call ourselves; the part before the slash is what robots.txt may name
 * @param delay at least this long from one request to the next
 * @param atOnce requests under way to one host
 */
public record Manners(String agent, Duration delay, int atOnce) {
    /** The name that robots.txt may single out. */
    static final String ROBOT = "onrecord";

    public Manners {
        if (delay.isNegative() || atOnce < 1) {
            throw new IllegalArgumentException("a delay of " + delay + " and " + atOnce + " requests at once");
        }
        if (!agent.matches("[\\x20-\\x7e]+")) {
            throw new IllegalArgumentException("not printable ASCII: '" + agent + "'");
        }
    }

    /**
     * Under our own name.
     *
     * @param version of the program
     * @param contact a mail address or a page where a site's owner can ask about us
     */
    public static Manners of(String version, Optional<String> contact, Duration delay, int atOnce) {
        String who = contact.map(where -> " (+" + where + ")").orElse("");
        return new Manners(ROBOT + "/" + version + who, delay, atOnce);
    }
}
