package dev.sendero.rules.project;

import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;

/** Reads {@code bounds: {traits, groups, partials, runs, finished_runs, entries}}. Every key may be missing. */
final class BoundsReader {

    /** A customer with this much of everything is a state of some megabytes, read and written as a whole. */
    private static final int MOST = 10_000;

    private final ValueReader values;

    BoundsReader(ValueReader values) {
        this.values = values;
    }

    Bounds read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        var bounds = new Bounds(
                bound(reader, Bounds.TRAITS, Bounds.DEFAULT.traits()),
                bound(reader, Bounds.GROUPS, Bounds.DEFAULT.groups()),
                bound(reader, Bounds.PARTIALS, Bounds.DEFAULT.partials()),
                bound(reader, Bounds.RUNS, Bounds.DEFAULT.runs()),
                bound(reader, Bounds.FINISHED_RUNS, Bounds.DEFAULT.finishedRuns()),
                bound(reader, Bounds.ENTRIES, Bounds.DEFAULT.entries()));
        reader.refuseOthers("'bounds'");
        return bounds;
    }

    private static int bound(MappingReader reader, String key, int otherwise) {
        return reader.number(key, 1, MOST).orElse(otherwise);
    }
}
