package dev.sendero.gateway.query;

import dev.sendero.api.JourneyId;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.rules.journey.Journey;
import dev.sendero.store.journal.FactCount;
import dev.sendero.store.journal.Journal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The journeys of the board with the numbers of the journal. */
public final class Journeys {

    private final ProjectBoard board;
    private final Journal journal;
    private final InstantSource clock;

    public Journeys(ProjectBoard board, Journal journal, InstantSource clock) {
        this.board = board;
        this.journal = journal;
        this.clock = clock;
    }

    public JourneysView all() {
        ProjectBoard.Notice notice = board.notice();
        Map<JourneyId, List<FactCount>> counts = counts();
        var views = new ArrayList<JourneyView>();
        notice.journeys().values().forEach(journey -> views.add(view(journey, counts)));
        return new JourneysView(
                clock.instant(),
                notice.edition(),
                notice.project(),
                notice.currency(),
                notice.problems().stream().map(ProblemView::of).toList(),
                views);
    }

    /** By journey id, for those on the board. */
    public Map<String, JourneyNumbers> numbers() {
        Map<JourneyId, List<FactCount>> counts = counts();
        var numbers = new TreeMap<String, JourneyNumbers>();
        board.notice()
                .journeys()
                .forEach((id, journey) -> numbers.put(id.value(), numbers(GraphDrawing.of(journey), id, counts)));
        return numbers;
    }

    private Map<JourneyId, List<FactCount>> counts() {
        return journal.counts().stream().collect(Collectors.groupingBy(FactCount::journey));
    }

    private static JourneyView view(Journey journey, Map<JourneyId, List<FactCount>> counts) {
        JourneyGraph graph = GraphDrawing.of(journey);
        return new JourneyView(
                journey.id().value(),
                journey.title(),
                journey.stage(),
                journey.state().name().toLowerCase(Locale.ROOT),
                journey.version(),
                journey.holdout().tenThousandths() / 100.0,
                journey.conversion().map(goal -> goal.match().event()).orElse(""),
                graph.nodes(),
                graph.edges(),
                numbers(graph, journey.id(), counts));
    }

    private static JourneyNumbers numbers(
            JourneyGraph graph, JourneyId journey, Map<JourneyId, List<FactCount>> counts) {
        return NumbersOfJourney.of(graph, new CountedFacts(counts.getOrDefault(journey, List.of())));
    }
}
