package dev.sendero.core.state;

/**
 * Whether a customer was in a segment when that was looked at last. Kept only for segments that journeys begin with.
 *
 * @param segment a hash of the segment's name and condition, so that a changed condition is another segment
 */
public record Membership(long segment, boolean member) {}
