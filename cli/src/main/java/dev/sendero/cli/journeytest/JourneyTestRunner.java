package dev.sendero.cli.journeytest;

import dev.sendero.cli.project.LiveJourney;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.core.made.FanOuts;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.StartedJourneys;
import dev.sendero.rules.journeytest.JourneyTest;
import dev.sendero.rules.journeytest.JourneyTestFile;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.Renderer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs the journey tests of a project: each with its journey alone and those that it starts, as if they were live, and a customer of its own. */
public final class JourneyTestRunner {

    private final Renderer renderer = new LiquidRenderer();
    private final InstantSource clock;

    /** @param clock measures how long tests take; the journeys see the tests' own time */
    public JourneyTestRunner(InstantSource clock) {
        this.clock = clock;
    }

    /** In the order of the files. Tests of a journey that could not be understood are left out. */
    public List<TestOutcome> runAll(Project project) {
        var outcomes = new ArrayList<TestOutcome>();
        for (JourneyTestFile file : project.tests()) {
            Journey journey = project.journeys().get(file.journey());
            if (journey != null) {
                List<Journey> journeys = StartedJourneys.from(journey, project.journeys());
                file.tests().forEach(test -> outcomes.add(run(project, file, test, journeys)));
            }
        }
        return outcomes;
    }

    /** What the customers of all tests get, in the order of the files. */
    List<TestMessage> messagesOf(Project project) {
        var messages = new ArrayList<TestMessage>();
        for (JourneyTestFile file : project.tests()) {
            Journey journey = project.journeys().get(file.journey());
            if (journey != null) {
                List<Journey> journeys = StartedJourneys.from(journey, project.journeys());
                for (JourneyTest test : file.tests()) {
                    var calendar = TestCalendar.of(test, project.settings().zone());
                    TestRun run = begin(
                            project,
                            test,
                            calendar,
                            together(journeys, project, test, calendar),
                            new PinnedAllocation(test.arms(), new SplitArms(journeys)));
                    run.run();
                    run.messages()
                            .forEach(sent -> messages.add(new TestMessage(
                                    test.name(), sent.message(), sent.rendered().to())));
                }
            }
        }
        return messages;
    }

    /** @param journeys the one that is tested, and those that it starts */
    private TestOutcome run(Project project, JourneyTestFile file, JourneyTest test, List<Journey> journeys) {
        Instant began = clock.instant();
        var calendar = TestCalendar.of(test, project.settings().zone());
        JourneySet set = together(journeys, project, test, calendar);
        var allocation = new PinnedAllocation(test.arms(), new SplitArms(journeys));
        TestRun run = begin(project, test, calendar, set, allocation);
        run.run();
        var faults = new ArrayList<>(allocation.complaints());
        faults.addAll(run.faults());
        return new TestOutcome(
                file.file(),
                file.journey().value(),
                test,
                faults,
                new Comparison(file.journey(), test, calendar, run).rows(),
                Story.of(run.facts(), calendar),
                Duration.between(began, clock.instant()));
    }

    private static JourneySet together(
            List<Journey> journeys, Project project, JourneyTest test, TestCalendar calendar) {
        return JourneySet.of(
                project.settings(),
                journeys.stream()
                        .map(each -> TestedVersion.of(LiveJourney.of(each), test, calendar))
                        .toList(),
                CepDetectors.asChosen());
    }

    private TestRun begin(
            Project project, JourneyTest test, TestCalendar calendar, JourneySet set, PinnedAllocation allocation) {
        return new TestRun(
                test,
                calendar,
                new Decider(set, allocation),
                FanOuts.of(project.settings().made()),
                renderer,
                project.contents());
    }
}
