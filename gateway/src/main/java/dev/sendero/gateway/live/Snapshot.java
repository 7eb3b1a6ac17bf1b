package dev.sendero.gateway.live;

import java.util.Map;

/**
 * What a page shows, at one moment.
 *
 * @param journeys the numbers of each journey as JSON, by journey id
 * @param edition of the project
 * @param mailboxSize messages in the mailbox
 * @param now by the process's clock, milliseconds since 1970-01-01T00:00Z
 */
record Snapshot(Map<String, String> journeys, long edition, long mailboxSize, long now) {}
