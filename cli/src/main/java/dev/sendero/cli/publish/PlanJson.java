package dev.sendero.cli.publish;

import dev.sendero.cli.terminal.JsonResult;
import dev.sendero.rules.expression.DurationText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What publishing would do, for machines. */
final class PlanJson {

    /** Changes when a reader of the old shape would misunderstand the new one. */
    private static final String FORMAT = "sendero.publish-plan/1";

    private PlanJson() {}

    /** @param forecast empty without a history */
    static String write(PublishPlan plan, Optional<EntryForecast> forecast) {
        var journeys = new ArrayList<Map<String, Object>>();
        plan.steps().forEach((journey, step) -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("journey", journey.value());
            json.put("change", step.fate().name().toLowerCase(Locale.ROOT));
            json.put("version", step.version());
            json.put("before", step.before());
            json.put("changed_files", step.changedFiles());
            json.put("pinned", step.pinned());
            json.put("migrates", step.migrates());
            forecast.map(entries -> entries.of(journey)).ifPresent(expected -> {
                json.put("enter_within_the_hour", expected.withinTheHour());
                json.put("enter_per_hour", expected.perHour());
                json.put("enter_in_busiest_hour", expected.busiest());
            });
            journeys.add(json);
        });
        var traits = new ArrayList<Map<String, Object>>();
        for (NewTrait trait : plan.newTraits()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("trait", trait.name());
            if (trait.becomesComplete()) {
                json.put("complete_after", DurationText.of(trait.over()));
            }
            traits.add(json);
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("journeys", journeys);
        result.put("new_traits", traits);
        return JsonResult.write(FORMAT, result);
    }
}
