package dev.sendero.core.made;

/**
 * An item that customers may be interested in.
 *
 * @param key of the item and of the event about items; unique among all
 * @param overMillis how long an interest lasts
 * @param atMost how many customers an event about it reaches
 */
public record Item(String key, long overMillis, int atMost) {}
