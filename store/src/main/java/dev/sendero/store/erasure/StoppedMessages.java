package dev.sendero.store.erasure;

import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the journal counts of messages that were requested and, as their customer is erased, are not sent. */
final class StoppedMessages {

    private static final String REASON = "erased";

    private StoppedMessages() {}

    private record Place(RunId run, String step, Channel channel) {}

    static List<Fact> facts(List<Message> stopped, Instant at) {
        Map<Place, Integer> seen = new HashMap<>();
        return stopped.stream()
                .map(message -> {
                    var place = new Place(message.run(), message.step().value(), message.channel());
                    return Fact.ofCancelled(message, at, REASON, seen.merge(place, 1, Integer::sum) - 1);
                })
                .toList();
    }
}
