package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.cli.terminal.JsonResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation for machines. Times are ISO 8601 in UTC. */
final class ExplanationJson {

    /** Changes when a reader of the old shape would misunderstand the new one. */
    private static final String FORMAT = "sendero.explain/1";

    private ExplanationJson() {}

    static String write(Explanation explanation) {
        var json = new LinkedHashMap<String, Object>();
        json.put("customer", explanation.customer().value());
        json.put("timezone", explanation.zone().getId());
        json.put("until", explanation.until().toString());
        json.put(
                "timeline",
                explanation.timeline().stream().map(ExplanationJson::of).toList());
        json.put(
                "journeys",
                explanation.journeys().stream().map(ExplanationJson::of).toList());
        return JsonResult.write(FORMAT, json);
    }

    private static Map<String, Object> of(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", entry.at().toString());
        json.put("what", entry.what().wireName());
        if (!entry.event().isEmpty()) {
            json.put("event", entry.event());
            json.put("id", entry.id());
            json.put("properties", entry.properties());
        }
        json.put("notes", entry.notes().stream().map(ExplanationJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Note note) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", note.kind().wireName());
        json.put("journey", note.journey());
        json.put("key", note.key());
        json.put("text", note.text());
        json.put("details", note.details());
        return json;
    }

    private static Map<String, Object> of(JourneyAnswer answer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("journey", answer.journey());
        json.put("title", answer.title());
        json.put("state", answer.state());
        json.put("summary", answer.summary());
        json.put(
                "entries",
                timesOf(answer.facts().stream().filter(JourneyAccount::isEntry).toList()));
        json.put("attempts", answer.attempts().stream().map(ExplanationJson::of).toList());
        json.put("waiting", answer.waiting().stream().map(ExplanationJson::of).toList());
        return json;
    }

    private static List<String> timesOf(List<Fact> facts) {
        return facts.stream().map(fact -> fact.at().toString()).toList();
    }

    private static Map<String, Object> of(Attempt attempt) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", attempt.at().toString());
        json.put("event", attempt.event());
        json.put("condition", attempt.condition());
        json.put("text", attempt.text());
        json.put("details", attempt.details());
        return json;
    }

    private static Map<String, Object> of(Waiting waiting) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", waiting.key());
        json.put("inside", waiting.inside());
        json.put("text", waiting.text());
        waiting.end().ifPresent(end -> json.put("until", end.toString()));
        return json;
    }
}
