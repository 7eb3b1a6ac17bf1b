package dev.sendero.core.detect;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of events that journeys mention. A name keeps its number as long as the process lives. */
final class Names {

    static final Set<String> RECEIPTS = Arrays.stream(Channel.values())
            .flatMap(channel -> Arrays.stream(ReceiptEvents.Kind.values()).map(kind -> kind.eventName(channel)))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Name> byText;

    Names() {
        this(new HashMap<>());
    }

    private Names(Map<String, Name> byText) {
        this.byText = byText;
    }

    Names copy() {
        return new Names(new HashMap<>(byText));
    }

    /** Gives a new name the next number. */
    Name of(String text) {
        return byText.computeIfAbsent(text, added -> new Name(byText.size(), !RECEIPTS.contains(added)));
    }
}
