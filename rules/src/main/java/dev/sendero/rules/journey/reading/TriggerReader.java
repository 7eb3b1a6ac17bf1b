package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code trigger}: one kind of situation, from a table of kinds. */
final class TriggerReader {

    /** Reads one kind of trigger. */
    interface KindReader {

        /** @param reader the trigger's mapping, in which the kind is a key */
        Optional<Trigger> read(MappingReader reader, JourneyScope scope);
    }

    private static final SortedMap<String, KindReader> KINDS = new TreeMap<>();

    static {
        KINDS.put("api", new ApiTriggerReader());
        KINDS.put("date", new DateTriggerReader());
        KINDS.put("event", new EventTriggerReader());
        KINDS.put("schedule", new ScheduleTriggerReader());
        KINDS.put("sequence", new SequenceTriggerReader());
        KINDS.put("cep", new CepTriggerReader());
        KINDS.put("inactive", new InactiveTriggerReader());
        KINDS.put("segment", new SegmentTriggerReader());
    }

    /** In the language, but not in this version. */
    private static final List<String> LATER = List.of();

    private final JourneyScope scope;

    TriggerReader(JourneyScope scope) {
        this.scope = scope;
    }

    Optional<Trigger> read(YamlNode node) {
        Optional<YamlMapping> mapping = scope.values().mapping(node, "trigger");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        var reader = scope.reader(mapping.get());
        List<YamlMapping.Entry> kinds = mapping.get().entries().stream()
                .filter(entry -> KINDS.containsKey(entry.name()) || LATER.contains(entry.name()))
                .toList();
        if (kinds.isEmpty()) {
            reportUnknown(mapping.get());
            return Optional.empty();
        }
        String kind = kinds.get(0).name();
        for (YamlMapping.Entry other : kinds.subList(1, kinds.size())) {
            reader.has(other.name());
            scope.findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            other.key().place(),
                            "'" + other.name() + "' beside '" + kind + "'",
                            "a trigger is one of them; for one after the other write a sequence");
        }
        KindReader kindReader = KINDS.get(kind);
        if (kindReader == null) {
            scope.findings()
                    .error(
                            ProblemCode.NOT_YET_SUPPORTED,
                            kinds.get(0).key().place(),
                            "the trigger '" + kind + "' is not supported yet",
                            DidYouMean.hint("", KINDS.keySet()));
            return Optional.empty();
        }
        Optional<Trigger> trigger = kindReader.read(reader, scope);
        reader.refuseOthers("the trigger");
        return trigger;
    }

    private void reportUnknown(YamlMapping mapping) {
        String first =
                mapping.entries().isEmpty() ? "" : mapping.entries().get(0).name();
        scope.findings()
                .error(
                        ProblemCode.UNKNOWN_TRIGGER,
                        mapping.entries().isEmpty()
                                ? mapping.place()
                                : mapping.entries().get(0).key().place(),
                        first.isEmpty() ? "an empty trigger" : "no trigger '" + first + "'",
                        DidYouMean.hint(first, KINDS.keySet()));
    }
}
