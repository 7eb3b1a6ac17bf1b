package dev.sendero.rules.layout;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Takes a text of YAML apart. */
final class Parts {

    private static final int MAX_DEPTH = 100;

    private final Iterator<Event> events;
    private final int[] offsets;

    private Parts(String text) {
        this.events =
                new Parse(LoadSettings.builder().build()).parseString(text).iterator();
        this.offsets = offsetsOf(text);
    }

    /**
     * The file's value; empty for a file without one.
     *
     * @throws CannotLayOut for what is no YAML, and for what no project needs: tags, anchors, several documents
     */
    static Optional<Part> of(String text) {
        try {
            return new Parts(text).document();
        } catch (YamlEngineException noYaml) {
            throw new CannotLayOut("it is no YAML");
        }
    }

    /** Marks count code points, texts characters. */
    private static int[] offsetsOf(String text) {
        var offsets = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        for (int point = 0; point < offsets.length - 1; point++) {
            offsets[point] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[offsets.length - 1] = text.length();
        return offsets;
    }

    private Optional<Part> document() {
        Optional<Part> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start && start.isExplicit()) {
                throw new CannotLayOut("it has several documents");
            }
            if (event instanceof NodeEvent) {
                root = Optional.of(part(event, 0));
            }
        }
        return root;
    }

    private Part part(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new CannotLayOut("it is too deep");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new CannotLayOut("it has anchors");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof CollectionStartEvent collection
                && collection.getTag().isEmpty()) {
            return event instanceof MappingStartEvent ? mapping(collection, depth) : sequence(collection, depth);
        }
        throw new CannotLayOut("it has tags");
    }

    private Part.Scalar scalar(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) {
            throw new CannotLayOut("it has tags");
        }
        ScalarStyle style = scalar.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        return new Part.Scalar(offset(scalar.getStartMark()), offset(scalar.getEndMark()), block);
    }

    private Part.Mapping mapping(CollectionStartEvent start, int depth) {
        var entries = new ArrayList<Part.Entry>();
        Event event = events.next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(part(event, depth + 1) instanceof Part.Scalar key) || key.block()) {
                throw new CannotLayOut("a key is no word");
            }
            entries.add(new Part.Entry(key, part(events.next(), depth + 1)));
        }
        return new Part.Mapping(
                offset(start.getStartMark()), offset(event.getEndMark()), start.isFlow(), List.copyOf(entries));
    }

    private Part.Sequence sequence(CollectionStartEvent start, int depth) {
        var items = new ArrayList<Part>();
        Event event = events.next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(part(event, depth + 1));
        }
        return new Part.Sequence(
                offset(start.getStartMark()), offset(event.getEndMark()), start.isFlow(), List.copyOf(items));
    }

    private int offset(Optional<Mark> mark) {
        return offsets[mark.map(Mark::getIndex).orElse(0)];
    }
}
