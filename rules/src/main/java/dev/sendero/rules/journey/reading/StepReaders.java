package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads lists of steps: which kind each is, from a table of kinds. */
final class StepReaders {

    private static final SortedMap<String, StepReader> KINDS = new TreeMap<>();

    static {
        KINDS.put("email", new EmailStepReader());
        KINDS.put("sms", new SmsStepReader());
        KINDS.put("push", new PushStepReader());
        KINDS.put("slack", new SlackStepReader());
        KINDS.put("crm", new CrmStepReader());
        KINDS.put("webhook", new WebhookStepReader());
        KINDS.put("first_reachable", new FirstReachableStepReader());
        KINDS.put("start", new StartStepReader());
        KINDS.put("delay", new DelayStepReader());
        KINDS.put("wait_until", new WaitUntilStepReader());
        KINDS.put("branch", new BranchStepReader());
        KINDS.put("random_split", new RandomSplitStepReader());
        KINDS.put("set", new SetStepReader());
        KINDS.put("exit", new ExitStepReader());
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    private final JourneyScope scope;

    StepReaders(JourneyScope scope) {
        this.scope = scope;
    }

    /**
     * The steps of a list. For a step that cannot be read one that does nothing stands in, so that its id stays known.
     *
     * @param position of what the list is part of, empty or ending with a dot
     */
    List<Step> list(YamlNode node, String name, String position) {
        var steps = new ArrayList<Step>();
        int number = 1;
        for (YamlNode item : scope.values().list(node, name).orElse(List.of())) {
            String itemPosition = position + number++;
            scope.values().mapping(item, "a step").ifPresent(mapping -> steps.add(step(mapping, itemPosition)));
        }
        return List.copyOf(steps);
    }

    private Step step(YamlMapping mapping, String position) {
        var reader = scope.reader(mapping);
        Optional<YamlScalar> written = reader.scalar("id").filter(this::isUsable);
        StepId id = new StepId(written.map(YamlScalar::text).orElse(position));
        List<YamlMapping.Entry> kinds = mapping.entries().stream()
                .filter(entry -> KINDS.containsKey(entry.name()))
                .toList();
        kinds.forEach(kind -> reader.has(kind.name()));
        Optional<Step> read = kinds.isEmpty() ? unknown(mapping, reader) : read(kinds, id, position);
        if (!kinds.isEmpty()) {
            reader.refuseOthers("a step");
        }
        Step step = read.orElseGet(() -> new Step.Set(id, Map.of()));
        scope.places().put(step, mapping.place());
        if (read.isEmpty()) {
            scope.places().markBroken(step);
        }
        written.ifPresent(idNode -> scope.places().putKey(step, "id", idNode.place()));
        return step;
    }

    private Optional<Step> read(List<YamlMapping.Entry> kinds, StepId id, String position) {
        YamlMapping.Entry kind = kinds.get(0);
        for (YamlMapping.Entry other : kinds.subList(1, kinds.size())) {
            scope.findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            other.key().place(),
                            "'" + other.name() + "' beside '" + kind.name() + "'",
                            "begin a step of its own with '- " + other.name() + ":'");
        }
        return ofKind(kind.name()).read(id, kind.value(), position, scope);
    }

    /** @param kind one of the language's */
    StepReader ofKind(String kind) {
        return Objects.requireNonNull(KINDS.get(kind), kind);
    }

    private Optional<Step> unknown(YamlMapping mapping, MappingReader reader) {
        Optional<YamlMapping.Entry> first = mapping.entries().stream()
                .filter(entry -> !entry.name().equals("id"))
                .findFirst();
        scope.findings()
                .error(
                        ProblemCode.UNKNOWN_STEP,
                        first.map(entry -> entry.key().place()).orElse(reader.place()),
                        first.map(entry -> "no step '" + entry.name() + "'").orElse("a step that does nothing"),
                        DidYouMean.hint(first.map(YamlMapping.Entry::name).orElse(""), KINDS.keySet()));
        return Optional.empty();
    }

    private boolean isUsable(YamlScalar id) {
        if (ID.matcher(id.text()).matches()) {
            return true;
        }
        scope.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        id.place(),
                        "'" + id.text() + "' is no id of a step",
                        "write letters, digits and hyphens, such as 'first-reminder'");
        return false;
    }
}
