package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.rules.problem.SourceFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the tree from the parser's events, within bounds, and refuses what journeys never need: tags and aliases. */
final class TreeBuilder {

    /** A journey of eight branches within each other has 40 levels. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_NODES = 200_000;

    private static final int MAX_CODE_POINTS = 2 << 20;

    private final SourceFile source;
    private final CodePoints points;
    private final Iterator<Event> events;
    private final List<Problem> problems = new ArrayList<>();
    private int nodes;

    private TreeBuilder(SourceFile source) {
        this.source = source;
        this.points = new CodePoints(source.path(), source.text());
        var settings = LoadSettings.builder()
                .setLabel(source.path())
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        this.events = new Parse(settings).parseString(source.text()).iterator();
    }

    static YamlReader.Attempt attempt(String path, String text) {
        var source = SourceFile.of(path, text);
        var builder = new TreeBuilder(source);
        try {
            YamlNode root = builder.document();
            return new YamlReader.Attempt(Optional.empty(), root, builder.problems);
        } catch (Unreadable unreadable) {
            return YamlReader.Attempt.failed(source, unreadable.failure, builder.problems);
        } catch (YamlEngineException broken) {
            return YamlReader.Attempt.failed(source, builder.failureOf(broken), builder.problems);
        }
    }

    private YamlNode document() {
        YamlNode root = new YamlMapping(source.start(), List.of());
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                documents++;
                YamlNode node = node(event, 1);
                if (documents == 1) {
                    root = node;
                } else if (documents == 2) {
                    problem(ProblemCode.YAML_FEATURE, node.place(), "a second document", "write one document a file");
                }
            }
        }
        return root instanceof YamlScalar scalar && scalar.isNothing()
                ? new YamlMapping(source.start(), List.of())
                : root;
    }

    private YamlNode node(Event event, int depth) {
        nodes++;
        if (nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new Unreadable(new YamlFailure(
                    placeOf(event),
                    depth > MAX_DEPTH ? "more than " + MAX_DEPTH + " levels" : "more than " + MAX_NODES + " values",
                    "",
                    List.of()));
        }
        refuseAnchor(event);
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return scalar(scalar);
        }
        if (event instanceof CollectionStartEvent collection) {
            refuseTag(event, collection.getTag());
            return event instanceof MappingStartEvent ? mapping(collection, depth) : sequence(placeOf(event), depth);
        }
        problem(ProblemCode.YAML_FEATURE, placeOf(event), "an alias", "write the value itself once more");
        return nothingAt(placeOf(event));
    }

    private YamlSequence sequence(Place place, int depth) {
        var items = new ArrayList<YamlNode>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlSequence(place, List.copyOf(items));
    }

    private YamlMapping mapping(CollectionStartEvent start, int depth) {
        var entries = new ArrayList<YamlMapping.Entry>();
        var names = new LinkedHashSet<String>();
        var traps = new EntryTraps(points, source, problems);
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, depth + 1);
            int keyEnd = indexOf(event.getEndMark());
            Event valueEvent = events.next();
            YamlNode value = node(valueEvent, depth + 1);
            if (!(key instanceof YamlScalar name)) {
                problem(ProblemCode.YAML_FEATURE, key.place(), "a key that is " + key.describe(), "a key is a word");
            } else if (start.isFlow() && traps.splitsValue(entries, name, keyEnd, value)) {
                traps.rejoin(entries, keyEnd);
            } else if (!names.add(name.text())) {
                problem(
                        ProblemCode.DUPLICATE_KEY,
                        name.place(),
                        "'" + name.text() + "' stands here twice",
                        "the first is on line " + lineOf(entries, name.text()));
            } else {
                entries.add(new YamlMapping.Entry(name, traps.withoutComment(keyEnd, value)));
            }
        }
        return new YamlMapping(placeOf(start), List.copyOf(entries));
    }

    private static int lineOf(List<YamlMapping.Entry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> entry.key().place().line())
                .orElse(1);
    }

    private YamlScalar scalar(ScalarEvent event) {
        int from = indexOf(event.getStartMark());
        int to = indexOf(event.getEndMark());
        ScalarStyle style = event.getScalarStyle();
        boolean plain = style == ScalarStyle.PLAIN;
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        ScalarOrigin origin;
        if (block) {
            origin = new BlockOrigin(points, event.getValue(), from, to);
        } else if (plain) {
            origin = new FlowOrigin(points, from, to, 0);
        } else {
            origin = new FlowOrigin(points, from + 1, to - 1, points.at(from));
        }
        return new YamlScalar(points.place(from, Math.max(1, to - from)), event.getValue(), plain, origin);
    }

    private static YamlScalar nothingAt(Place place) {
        return new YamlScalar(place, "", true, ScalarOrigin.at(place));
    }

    private void refuseAnchor(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent() && !(event instanceof AliasEvent)) {
            problem(
                    ProblemCode.YAML_FEATURE,
                    placeOf(event),
                    "an anchor",
                    "remove '&" + node.getAnchor().get() + "'");
        }
    }

    /** A tag of the journey's own is no tag but a condition that begins with an exclamation mark. */
    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent() && tag.get().startsWith("!")) {
            Place place = placeOf(event);
            throw new Unreadable(new YamlFailure(place, "a tag", "remove '" + tag.get() + "'", List.of(place.line())));
        }
        if (tag.isPresent()) {
            problem(ProblemCode.YAML_FEATURE, placeOf(event), "a tag", "remove it; types are known without tags");
        }
    }

    private void problem(ProblemCode code, Place place, String message, String hint) {
        problems.add(new Problem(code, Severity.ERROR, place, message, "", hint));
    }

    private Place placeOf(Event event) {
        return points.place(indexOf(event.getStartMark()), 1);
    }

    private static int indexOf(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }

    private YamlFailure failureOf(YamlEngineException broken) {
        if (broken instanceof MarkedYamlEngineException marked) {
            var message = YamlMessages.of(nullToEmpty(marked.getContext()), nullToEmpty(marked.getProblem()));
            boolean quoted = nullToEmpty(marked.getContext()).contains("quoted scalar");
            Optional<Mark> mark = quoted ? marked.getContextMark() : marked.getProblemMark();
            Place place = points.place(indexOf(mark.or(marked::getContextMark)), 1);
            var suspects = new LinkedHashSet<Integer>();
            suspects.add(place.line());
            marked.getContextMark().ifPresent(context -> suspects.add(context.getLine() + 1));
            suspects.add(place.line() - 1);
            return new YamlFailure(place, message.text(), message.hint(), List.copyOf(suspects));
        }
        if (broken instanceof ReaderException reader) {
            return new YamlFailure(
                    points.place(reader.getPosition(), 1), "a character that YAML does not allow", "", List.of());
        }
        return new YamlFailure(source.start(), "this is not YAML", "", List.of());
    }

    private static String nullToEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** Ends the building of one tree; never leaves this class. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient YamlFailure failure;

        Unreadable(YamlFailure failure) {
            super(failure.message(), null, false, false);
            this.failure = failure;
        }
    }
}
