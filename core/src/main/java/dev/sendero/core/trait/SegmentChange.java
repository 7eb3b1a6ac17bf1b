package dev.sendero.core.trait;

import dev.sendero.rules.journey.Trigger.Segment.Change;

/** A customer has come to be in a segment, or no longer is. */
public record SegmentChange(String segment, Change change) {}
