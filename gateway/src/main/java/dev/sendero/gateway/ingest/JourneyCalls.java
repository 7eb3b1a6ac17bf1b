package dev.sendero.gateway.ingest;

import dev.sendero.api.event.ApiTriggers;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.rules.problem.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes events of calls that start journeys by the names of their triggers. */
public final class JourneyCalls {

    private final ProjectBoard board;

    /** @param board shows which names there are; where it shows no journey, all are taken */
    public JourneyCalls(ProjectBoard board) {
        this.board = board;
    }

    /** The request with the event that a call of this name is. */
    Request named(String name, Request request) throws Refusal {
        if (!ApiTriggers.isName(name)) {
            throw Refusal.notFound("no journey is called '" + name + "'");
        }
        Set<String> known = names();
        if (!board.notice().journeys().isEmpty() && !known.contains(name)) {
            String hint = DidYouMean.hint(name, known);
            throw Refusal.notFound(
                    "no journey has the trigger 'api: " + name + "'" + (hint.isEmpty() ? "" : "; " + hint));
        }
        List<Call> calls = request.calls().stream()
                .map(call -> {
                    var fields = new LinkedHashMap<>(call.fields());
                    fields.put("event", ApiTriggers.eventOf(name));
                    return new Call(call.index(), fields);
                })
                .toList();
        return new Request(request.writeKey(), request.sentAt(), calls, request.problems());
    }

    private Set<String> names() {
        return board.notice().journeys().values().stream()
                .flatMap(journey -> journey.trigger().matches().stream())
                .flatMap(match -> ApiTriggers.nameOf(match.event()).stream())
                .collect(Collectors.toSet());
    }
}
