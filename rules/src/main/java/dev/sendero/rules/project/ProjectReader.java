package dev.sendero.rules.project;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.rules.check.CheckedJourney;
import dev.sendero.rules.check.JourneyChecks;
import dev.sendero.rules.check.JourneyCircles;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.reading.JourneyReader;
import dev.sendero.rules.journey.reading.ReadJourney;
import dev.sendero.rules.journey.reading.TemplateFiles;
import dev.sendero.rules.journeytest.JourneyTestFile;
import dev.sendero.rules.journeytest.JourneyTestReader;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.template.LiquidChecker;
import dev.sendero.rules.trait.ProfileRules;
import dev.sendero.rules.trait.reading.TraitsReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Understands a project: settings, tracking plan, traits, journeys, templates and journey tests, with all problems of all of them. */
public final class ProjectReader {

    private static final String SETTINGS = "sendero.yaml";
    private static final String PLAN = "events.yaml";
    private static final String JOURNEYS = "journeys/";
    private static final String TESTS = "tests/";
    private static final String TRAITS = "traits/";

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    Problem::place,
                    Comparator.comparing(Place::file)
                            .thenComparingInt(Place::line)
                            .thenComparingInt(Place::column))
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    private final ProjectFiles files;
    private final boolean whole;
    private final Map<JourneyId, ReadJourney> starting = new TreeMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final TreeMap<JourneyId, Journey> journeys = new TreeMap<>();
    private final TreeMap<JourneyId, JourneySources> sources = new TreeMap<>();
    private final Set<JourneyId> broken = new TreeSet<>();

    /** Journeys without an error, for what must hold between them. */
    private final List<JourneyCircles.Member> members = new ArrayList<>();

    /** @param whole whether all journeys of the project are among the files */
    private ProjectReader(ProjectFiles files, boolean whole) {
        this.files = files;
        this.whole = whole;
    }

    /** Never throws for what the files say: what is wrong is among the project's problems. */
    public static Project read(ProjectFiles files) {
        return read(files, CelCompiler::new);
    }

    /** Likewise, of some journeys of a project: those that they start may be missing. */
    static Project readPart(ProjectFiles files) {
        return new ProjectReader(files, false).read(CelCompiler::new);
    }

    static Project read(ProjectFiles files, Function<TrackingPlan, ExpressionCompiler> compilers) {
        return new ProjectReader(files, true).read(compilers);
    }

    private Project read(Function<TrackingPlan, ExpressionCompiler> compilers) {
        problems.addAll(files.refused());
        files.refused().stream()
                .map(problem -> problem.place().file())
                .filter(path -> path.startsWith(JOURNEYS) && path.endsWith(".yaml"))
                .forEach(path -> broken.add(new JourneyId(nameOf(path))));
        TrackingPlan plan = plan();
        ExpressionCompiler compiler = compilers.apply(plan);
        Settings settings = settings().with(plan.made()).with(profileRules(compiler, plan));
        var templates = new TemplateFiles(files.texts(), new LiquidChecker());
        var journeyReader = new JourneyReader(compiler, templates, settings.utm());
        for (String path : yamlFilesIn(JOURNEYS)) {
            readJourney(path, journeyReader, settings, plan);
        }
        if (whole) {
            checkStarts();
            checkTogether();
            LinksLeadToCustomers.check(settings, journeys.values(), SETTINGS).ifPresent(problems::add);
        }
        problems.addAll(templates.problems());
        List<JourneyTestFile> tests = tests();
        return new Project(
                settings,
                plan,
                Collections.unmodifiableSortedMap(journeys),
                Collections.unmodifiableSortedMap(sources),
                contents(journeys.values()),
                tests,
                files,
                problems.stream().sorted(BY_PLACE).toList());
    }

    private Settings settings() {
        if (!files.texts().containsKey(SETTINGS)) {
            problems.add(new Problem(
                    ProblemCode.MISSING_FILE,
                    Severity.ERROR,
                    Place.startOf(SETTINGS),
                    "there is no " + SETTINGS,
                    "",
                    "a project has this file at its root; it may be empty; 'sendero init' makes one"));
            return Settings.DEFAULT;
        }
        Findings findings = findingsOf(SETTINGS);
        Settings settings = new SettingsReader(findings).read();
        problems.addAll(findings.problems());
        return settings;
    }

    private TrackingPlan plan() {
        if (!files.texts().containsKey(PLAN)) {
            return TrackingPlan.NONE;
        }
        Findings findings = findingsOf(PLAN);
        TrackingPlan plan = new PlanReader(findings).read();
        problems.addAll(findings.problems());
        return plan;
    }

    private void readJourney(String path, JourneyReader reader, Settings settings, TrackingPlan plan) {
        Findings findings = findingsOf(path);
        Optional<ReadJourney> read = reader.read(findings);
        read.ifPresent(journey -> {
            var inProject = new CheckedJourney(
                    journey.journey(),
                    journey.places(),
                    plan,
                    channelsByGroup(settings),
                    settings.stages(),
                    settings.rules().segmentNames());
            JourneyChecks.check(inProject, findings);
            new CapsLeaveRoom(settings.sending().frequencyCaps()).check(inProject, findings);
            new RecordsHaveKeys(settings.channels()).check(inProject, findings);
            checkName(path, journey, findings);
            JourneyId id = journey.journey().id();
            if (journey.sound() && !findings.hasErrors()) {
                journeys.put(id, journey.journey());
                sources.put(id, new JourneySources(path, journey.templates()));
                if (journey.journey().allSteps().stream().anyMatch(Step.Start.class::isInstance)) {
                    starting.put(id, journey);
                }
                members.add(new JourneyCircles.Member(inProject, findings));
            } else {
                broken.add(id);
            }
        });
        if (read.isEmpty() || findings.hasErrors()) {
            broken.add(new JourneyId(nameOf(path)));
        }
        problems.addAll(findings.problems());
    }

    private void checkStarts() {
        var known = new TreeSet<>(broken);
        known.addAll(journeys.keySet());
        starting.forEach((id, read) -> {
            Findings findings = findingsOf(JOURNEYS + id + ".yaml");
            new StartsKnownJourneys(known).check(read, findings);
            if (findings.hasErrors()) {
                journeys.remove(id);
                sources.remove(id);
                broken.add(id);
            }
            problems.addAll(findings.problems());
        });
    }

    /** What holds between journeys. */
    private void checkTogether() {
        JourneyCircles.check(members);
        members.forEach(member -> problems.addAll(member.findings().problems()));
    }

    private static Map<String, Set<Channel>> channelsByGroup(Settings settings) {
        var channels = new TreeMap<String, Set<Channel>>();
        settings.groups().forEach((name, group) -> channels.put(name, group.channels()));
        return channels;
    }

    private static void checkName(String path, ReadJourney read, Findings findings) {
        String fileName = nameOf(path);
        Journey journey = read.journey();
        read.places().ofKey(journey, "journey").ifPresent(place -> {
            if (!fileName.equals(journey.id().value()) && !read.places().isBroken(journey)) {
                findings.error(
                        ProblemCode.FILE_NAME,
                        place,
                        "the journey '" + journey.id() + "' is in the file '" + fileName + ".yaml'",
                        "name the file '" + journey.id() + ".yaml', or the journey '" + fileName + "'");
            }
        });
    }

    private static String nameOf(String journeyFile) {
        return journeyFile.substring(JOURNEYS.length(), journeyFile.length() - ".yaml".length());
    }

    private ProfileRules profileRules(ExpressionCompiler compiler, TrackingPlan plan) {
        var reader = new TraitsReader(compiler, plan);
        for (String path : yamlFilesIn(TRAITS)) {
            Findings findings = findingsOf(path);
            reader.read(findings);
            problems.addAll(findings.problems());
        }
        return reader.rules();
    }

    private List<JourneyTestFile> tests() {
        var tests = new ArrayList<JourneyTestFile>();
        for (String path : yamlFilesIn(TESTS)) {
            Findings findings = findingsOf(path);
            Optional<JourneyTestFile> file = new JourneyTestReader(journeys, broken).read(findings);
            if (!findings.hasErrors()) {
                file.ifPresent(tests::add);
            }
            problems.addAll(findings.problems());
        }
        return List.copyOf(tests);
    }

    private List<String> yamlFilesIn(String folder) {
        return files.texts().keySet().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(".yaml"))
                .toList();
    }

    private Findings findingsOf(String path) {
        return new Findings(SourceFile.of(path, files.texts().getOrDefault(path, "")));
    }

    private static Map<ContentId, Content> contents(Collection<Journey> journeys) {
        var contents = new HashMap<ContentId, Content>();
        journeys.forEach(journey ->
                journey.allSends().forEach(send -> contents.put(send.content().id(), send.content())));
        return Map.copyOf(contents);
    }
}
