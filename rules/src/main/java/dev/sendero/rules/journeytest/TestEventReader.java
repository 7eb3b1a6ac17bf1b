package dev.sendero.rules.journeytest;

import dev.sendero.api.event.ApiTriggers;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of a test's {@code events}. */
final class TestEventReader {

    private final ValueReader values;
    private final TestedSteps steps;

    TestEventReader(ValueReader values, TestedSteps steps) {
        this.values = values;
        this.steps = steps;
    }

    Optional<TestEvent> read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("an event", "at");
        Optional<TestTime> at = TestTimes.read(reader);
        Optional<String> kind =
                reader.oneOf("an event", List.of("event", "identify", "opened", "clicked", "bounced", "api"));
        Optional<TestEvent> event =
                at.isEmpty() ? Optional.empty() : kind.flatMap(name -> read(name, reader, at.get()));
        reader.has("properties");
        reader.refuseOthers("an event");
        return event;
    }

    private Optional<TestEvent> read(String kind, MappingReader reader, TestTime at) {
        Place place = reader.place();
        return switch (kind) {
            case "event" -> {
                Map<String, Object> properties =
                        reader.mapping("properties").map(TestValues::of).orElse(Map.of());
                boolean anonymous = reader.flag("anonymous").orElse(false);
                yield reader.scalar("event")
                        .map(name -> new TestEvent.Happens(place, at, name.text(), properties, anonymous));
            }
            case "identify" -> {
                boolean anonymous = reader.flag("anonymous").orElse(false);
                yield reader.mapping("identify")
                        .map(traits -> new TestEvent.Identifies(place, at, TestValues.of(traits), anonymous));
            }
            case "api" -> {
                Map<String, Object> properties =
                        reader.mapping("properties").map(TestValues::of).orElse(Map.of());
                yield reader.scalar("api")
                        .map(name ->
                                new TestEvent.Happens(place, at, ApiTriggers.eventOf(name.text()), properties, false));
            }
            case "opened" -> receipt(reader, kind, at, ReceiptEvents.Kind.OPENED);
            case "clicked" -> receipt(reader, kind, at, ReceiptEvents.Kind.CLICKED);
            default -> receipt(reader, kind, at, ReceiptEvents.Kind.BOUNCED);
        };
    }

    private Optional<TestEvent> receipt(MappingReader reader, String key, TestTime at, ReceiptEvents.Kind kind) {
        return reader.scalar(key)
                .flatMap(steps::message)
                .map(step -> new TestEvent.Receives(reader.place(), at, kind, step));
    }
}
