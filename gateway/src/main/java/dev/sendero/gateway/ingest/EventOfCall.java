package dev.sendero.gateway.ingest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.DeviceTime;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes an event of one call, and finds everything that is wrong with it on the way. */
final class EventOfCall {

    /** What SDKs also send and journeys have no use for: taken, so that the rest of a batch goes through, and left. */
    private static final Set<String> WITHOUT_USE = Set.of("group", "alias");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, Object> fields;
    private final List<String> problems = new ArrayList<>();

    private EventOfCall(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * What a call comes to.
     *
     * @param event empty when there is a problem, or when journeys have no use for the call
     */
    record Result(Optional<Event> event, List<String> problems) {}

    /**
     * @param typeOfPath the type that the request's path says, such as {@code track}; empty when the call says it
     * @param sentAt of the batch, for a call that has none of its own
     */
    static Result read(Call call, String typeOfPath, String sentAt, Instant receivedAt, Supplier<String> newMessageId) {
        return new EventOfCall(call.fields()).read(typeOfPath, sentAt, receivedAt, newMessageId);
    }

    private Result read(String typeOfPath, String sentAt, Instant receivedAt, Supplier<String> newMessageId) {
        String typeName = typeOfPath.isEmpty() ? name("type") : typeOfPath;
        if (WITHOUT_USE.contains(typeName)) {
            return new Result(Optional.empty(), List.of());
        }
        Optional<EventType> type = EventType.ofWireName(typeName).filter(EventType::isOfSenders);
        if (type.isEmpty()) {
            problems.add("type: '" + typeName + "' (expected: track, identify, page, screen, group or alias)");
        }
        String eventName = type.map(this::eventName).orElse("");
        String messageId = name("messageId");
        String userId = name("userId");
        String anonymousId = orNothing(name("anonymousId"));
        String customer = userId.isBlank() ? anonymousId : userId;
        if (customer.isBlank()) {
            problems.add("userId: absent, and anonymousId too (expected: at least one of them)");
        }
        Instant timestamp = timestamp(sentAt, receivedAt).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> properties = withPageName(type, object("properties"));
        Map<String, Object> traits = object("traits");
        if (!problems.isEmpty() || type.isEmpty()) {
            return new Result(Optional.empty(), problems);
        }
        var id = new EventId(messageId.isBlank() ? newMessageId.get() : messageId);
        return new Result(
                Optional.of(new Event(
                        id,
                        type.get(),
                        eventName,
                        new CustomerId(customer),
                        anonymousId,
                        timestamp,
                        properties,
                        traits)),
                List.of());
    }

    private String eventName(EventType type) {
        return switch (type) {
            case TRACK -> trackedName();
            case IDENTIFY -> Event.IDENTIFIED;
            case PAGE -> Event.PAGE_VIEWED;
            case SCREEN -> Event.SCREEN_VIEWED;
            case HEARTBEAT, ERASE -> "";
        };
    }

    private String trackedName() {
        String name = name("event");
        if (name.isBlank()) {
            problems.add("event: absent (expected: the name of what was tracked)");
        }
        return name;
    }

    private Map<String, Object> withPageName(Optional<EventType> type, Map<String, Object> properties) {
        boolean named = type.filter(is -> is == EventType.PAGE || is == EventType.SCREEN)
                .isPresent();
        String name = named ? name("name") : "";
        if (name.isBlank() || properties.containsKey("name")) {
            return properties;
        }
        var withName = new LinkedHashMap<>(properties);
        withName.put("name", name);
        return withName;
    }

    /** The call's own timestamp; else the device's time, corrected where that can be done; else now. */
    private Instant timestamp(String sentAtOfBatch, Instant receivedAt) {
        Optional<Instant> timestamp = time("timestamp", text("timestamp"));
        Optional<Instant> original = time("originalTimestamp", text("originalTimestamp"));
        String ownSentAt = text("sentAt");
        Optional<Instant> sentAt = time("sentAt", ownSentAt.isBlank() ? sentAtOfBatch : ownSentAt);
        if (timestamp.isPresent()) {
            return timestamp.get();
        }
        if (original.isPresent() && sentAt.isPresent()) {
            return DeviceTime.corrected(original.get(), sentAt.get(), receivedAt);
        }
        return original.orElse(receivedAt);
    }

    private Optional<Instant> time(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return Optional.of(time);
            }
        } catch (DateTimeException malformed) {
            // Told below, together with times outside of the range.
        }
        problems.add(
                field + ": '" + shortened(text) + "' (expected: ISO 8601 with a zone, such as 2026-01-31T09:00:00Z)");
        return Optional.empty();
    }

    private String name(String field) {
        String text = text(field);
        if (text.length() > IngestLimits.NAME_CHARACTERS) {
            problems.add(field + ": " + text.length() + " characters (expected: at most " + IngestLimits.NAME_CHARACTERS
                    + ")");
        }
        return text;
    }

    private static String orNothing(String blank) {
        return blank.isBlank() ? "" : blank;
    }

    private String text(String field) {
        Object value = fields.getOrDefault(field, "");
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Long number) {
            return number.toString();
        }
        problems.add(field + ": not a text");
        return "";
    }

    private Map<String, Object> object(String field) {
        Object value = fields.getOrDefault(field, Map.of());
        if (value instanceof Map<?, ?> object) {
            var copy = new LinkedHashMap<String, Object>();
            object.forEach((name, each) -> copy.put(String.valueOf(name), each));
            return copy;
        }
        problems.add(field + ": not a JSON object");
        return Map.of();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
