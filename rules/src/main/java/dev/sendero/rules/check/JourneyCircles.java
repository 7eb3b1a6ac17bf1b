package dev.sendero.rules.check;

import dev.sendero.api.JourneyId;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.reading.ElementPlaces;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * No journeys start each other for ever, without anything that a customer does: neither by steps that start others, nor
 * by triggers that are receipts of what the others send.
 */
public final class JourneyCircles {

    /** What comes of a message even if nobody looks at it. */
    private static final Set<ReceiptEvents.Kind> WITHOUT_CUSTOMER = Set.of(
            ReceiptEvents.Kind.SENT,
            ReceiptEvents.Kind.DELIVERED,
            ReceiptEvents.Kind.BOUNCED,
            ReceiptEvents.Kind.FAILED);

    /** @param findings where to report about it */
    public record Member(CheckedJourney checked, Findings findings) {

        private Journey journey() {
            return checked.journey();
        }
    }

    private final Map<JourneyId, List<JourneyId>> starts = new TreeMap<>();

    private JourneyCircles(List<Member> members) {
        for (Member member : members) {
            Set<String> receipts = receiptsOf(member.journey());
            Set<JourneyId> started = startedBy(member.journey());
            starts.put(
                    member.journey().id(),
                    members.stream()
                            .map(Member::journey)
                            .filter(other -> mayEnterAgain(other)
                                    && (started.contains(other.id()) || isStarted(other, receipts)))
                            .map(Journey::id)
                            .toList());
        }
    }

    /** @param members all journeys of a project that have no error */
    public static void check(List<Member> members) {
        var circles = new JourneyCircles(members);
        for (Member member : members) {
            List<JourneyId> circle = circles.from(member.journey().id());
            if (!circle.isEmpty()) {
                report(member, circle);
            }
        }
    }

    private static void report(Member member, List<JourneyId> circle) {
        ElementPlaces places = member.checked().places();
        Journey journey = member.journey();
        member.findings()
                .warning(
                        ProblemCode.JOURNEY_CIRCLE,
                        places.ofKey(journey, "journey").orElseGet(() -> places.of(journey)),
                        "this journey starts itself again, without anything that the customer does: "
                                + circle.stream().map(JourneyId::value).collect(Collectors.joining(" → ")),
                        "write 'reentry: never', or narrow a trigger by 'where'");
    }

    /** The shortest way from a journey back to itself, which stands at both ends; empty when there is none. */
    private List<JourneyId> from(JourneyId start) {
        var cameFrom = new TreeMap<JourneyId, JourneyId>();
        var open = new ArrayDeque<JourneyId>(List.of(start));
        while (!open.isEmpty()) {
            JourneyId journey = open.poll();
            for (JourneyId next : starts.getOrDefault(journey, List.of())) {
                if (next.equals(start)) {
                    return way(start, journey, cameFrom);
                }
                if (!cameFrom.containsKey(next)) {
                    cameFrom.put(next, journey);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<JourneyId> way(JourneyId start, JourneyId last, Map<JourneyId, JourneyId> cameFrom) {
        var way = new ArrayDeque<JourneyId>(List.of(start));
        for (JourneyId step = last; !step.equals(start); step = cameFrom.getOrDefault(step, start)) {
            way.addFirst(step);
        }
        way.addFirst(start);
        return List.copyOf(way);
    }

    private static boolean mayEnterAgain(Journey journey) {
        return !(journey.reentry() instanceof Reentry.Never);
    }

    private static Set<JourneyId> startedBy(Journey journey) {
        return journey.allSteps().stream()
                .filter(Step.Start.class::isInstance)
                .map(step -> ((Step.Start) step).journey())
                .collect(Collectors.toSet());
    }

    private static Set<String> receiptsOf(Journey journey) {
        var receipts = new TreeSet<String>();
        for (Step step : journey.allSteps()) {
            for (Step.Send send : step.sends()) {
                WITHOUT_CUSTOMER.forEach(kind -> receipts.add(kind.eventName(send.channel())));
            }
        }
        return receipts;
    }

    /** Whether these events alone complete the trigger. */
    private static boolean isStarted(Journey journey, Set<String> events) {
        if (!(journey.trigger() instanceof Trigger.Sequence sequence)
                || sequence.items().isEmpty()) {
            return false;
        }
        return sequence.items().stream()
                .filter(SequenceItem.Occurrence.class::isInstance)
                .allMatch(item -> item.matches().stream().anyMatch(match -> isAnyOf(match, events)));
    }

    private static boolean isAnyOf(EventMatch match, Set<String> events) {
        return match.where() == Condition.ALWAYS && events.contains(match.event());
    }
}
