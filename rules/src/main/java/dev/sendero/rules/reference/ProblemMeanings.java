package dev.sendero.rules.reference;

import static java.util.Map.entry;

import dev.sendero.rules.problem.ProblemCode;
import java.util.Map;

/** What each kind of problem is about, in one sentence. */
final class ProblemMeanings {

    private static final Map<String, String> BY_SLUG = Map.ofEntries(
            entry("file-refused", "A file is too large, not text, or leads out of the project."),
            entry("missing-file", "A file that every project has is not there."),
            entry("file-name", "A journey is not called like its file."),
            entry("yaml-syntax", "A file is no YAML."),
            entry(
                    "yaml-trap",
                    "YAML reads a line otherwise than it is meant; the hint shows the line as it should be written."),
            entry("yaml-feature", "Something of YAML that journeys do without: anchors, tags, several documents."),
            entry("duplicate-key", "A key stands twice in one mapping."),
            entry("unknown-key", "A key that cannot stand where it stands."),
            entry("missing-key", "A key that must be there is not."),
            entry("conflicting-keys", "Two keys of which only one can stand there."),
            entry("wrong-type", "A list, a mapping or a single value where another one of them belongs."),
            entry("wrong-value", "A value that means nothing here."),
            entry("not-yet-supported", "A part of the language that this version does not have."),
            entry("unknown-trigger", "A kind of trigger that there is not."),
            entry("unknown-step", "A kind of step that there is not."),
            entry("secret", "A password would stand in a file that is shared."),
            entry("expression", "A condition or expression that is no CEL, or looks at what is not there."),
            entry("unknown-event", "An event that `events.yaml` does not have."),
            entry("unknown-group", "A subscription group that `sendero.yaml` does not have."),
            entry("unknown-stage", "A stage that `sendero.yaml` does not have."),
            entry("unknown-segment", "A segment that no file in `traits` has."),
            entry("unknown-step-id", "A step that the journey does not have."),
            entry("unknown-journey", "A journey that the project does not have."),
            entry("group-channel", "A subscription group that is not offered on the message's channel."),
            entry("duplicate-id", "Two steps with one id."),
            entry("missing-id", "A step of a live journey that needs an id of its own."),
            entry("duplicate-name", "Two things with one name."),
            entry("no-receipt", "A wait for what cannot have been sent before it."),
            entry("shares", "Shares that do not add up to 100 %."),
            entry("sequence-order", "Items of a sequence in an order in which it can never be complete."),
            entry("cep-pattern", "A pattern that Flink CEP does not take."),
            entry("unreachable-step", "A step or way that no run comes to."),
            entry("changes-nothing", "A choice between ways on which nothing happens."),
            entry(
                    "cap-exceeded",
                    "A message that a frequency cap skips because of the journey's own messages before it."),
            entry("constant-condition", "A condition that is never true, or never false."),
            entry("empty-group", "A group in which nobody can be."),
            entry("journey-circle", "Journeys that start each other without end."),
            entry("template-missing", "A template or partial that is not there."),
            entry("template-syntax", "A template that cannot be rendered, or names what is never there."),
            entry(
                    "template-variable",
                    "A template says something of an event that does not carry it, or that not all ways have captured."));

    private ProblemMeanings() {}

    /** Empty where nothing is written about it. */
    static String of(ProblemCode code) {
        return BY_SLUG.getOrDefault(code.slug(), "");
    }
}
