package org.onrecord.app.serve;

import java.nio.file.Path;

/** What somebody asks to be ingested. */
public sealed interface Submission {
    /** As a person knows it. */
    String name();

    /** An address of an article, feed, sitemap or list of feeds. */
    record Address(String name) implements Submission {}

    /**
     * Something sent.
     *
     * @param name that articles in it have as their origin
     * @param file where it was put; deleted when the job is over
     */
    record Upload(String name, Path file) implements Submission {}

    /** A folder of this machine; only the program itself submits one. */
    record Samples(String name, Path folder) implements Submission {}
}
