package dev.sendero.cli.diff;

import dev.sendero.api.message.MessageId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what two versions send to one customer. A message is the same one in both when it has the same id: the same
 * step, of a run that the same events started.
 */
final class MessageComparison {

    private MessageComparison() {}

    /** The messages that differ. */
    static List<Difference> of(List<Sent> before, List<Sent> after) {
        Map<MessageId, Sent> left = new LinkedHashMap<>();
        before.forEach(sent -> left.put(sent.message().id(), sent));
        var differences = new ArrayList<Difference>();
        for (Sent sent : after) {
            Sent earlier = left.remove(sent.message().id());
            if (earlier == null) {
                differences.add(Difference.added(sent));
            } else {
                Set<Kind> kinds = kindsOf(earlier, sent);
                if (!kinds.isEmpty()) {
                    differences.add(new Difference(
                            sent.message(),
                            kinds,
                            earlier.message().at(),
                            sent.message().at(),
                            earlier.said(),
                            sent.said()));
                }
            }
        }
        left.values().forEach(sent -> differences.add(Difference.removed(sent)));
        return differences;
    }

    private static Set<Kind> kindsOf(Sent before, Sent after) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        int time = after.message().at().compareTo(before.message().at());
        if (time < 0) {
            kinds.add(Kind.EARLIER);
        } else if (time > 0) {
            kinds.add(Kind.LATER);
        }
        if (!before.rendered().equals(after.rendered())) {
            kinds.add(Kind.OTHER_TEXT);
        }
        return kinds;
    }
}
