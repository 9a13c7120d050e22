package org.onrecord.document;

/** What kind of thing a name stands for. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    LOCATION,
    GROUP,
    DOCUMENT,
    ROLE
}
