package dev.sendero.engine.cep;

import dev.sendero.core.scope.EventMaps;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage at which an event happens, by the name that it has in the pattern.
 *
 * @param repeated whether it may have more than one event, by its own repetition or by that of a group around it
 */
public record NamedStage(String name, CepStage.Occurrence occurrence, boolean repeated) {

    /** All of a trigger's, also those inside groups. */
    public static List<NamedStage> of(Trigger.Cep cep) {
        var named = new ArrayList<NamedStage>();
        addAll(cep.stages(), "", false, named);
        return List.copyOf(named);
    }

    private static void addAll(List<CepStage> stages, String path, boolean repeatedAround, List<NamedStage> to) {
        for (int index = 0; index < stages.size(); index++) {
            CepStage stage = stages.get(index);
            String own = path + "-" + index;
            if (stage instanceof CepStage.Group group) {
                addAll(group.stages(), own, repeatedAround || group.repetition().isRepeated(), to);
            } else if (stage instanceof CepStage.Occurrence occurrence) {
                boolean repeated = repeatedAround || occurrence.repetition().isRepeated();
                to.add(new NamedStage(nameOf(occurrence, own), occurrence, repeated));
            }
        }
    }

    /**
     * The name of a stage's events in a match: as the file names them, or by its place. No name of a file has a hyphen.
     *
     * @param path indexes of the stage and of the groups around it, from the outermost, each after a hyphen
     */
    static String nameOf(CepStage stage, String path) {
        return stage instanceof CepStage.Occurrence occurrence
                        && !occurrence.as().isEmpty()
                ? occurrence.as()
                : "stage" + path;
    }

    /** What is captured of the stage's events; empty when it has no name in the file, or has not happened. */
    public Optional<Map<String, Object>> captured(Iterable<ProfiledEvent> events) {
        Map<String, Object> captured = Map.of();
        for (ProfiledEvent event : events) {
            Map<String, Object> map = EventMaps.of(event.event());
            captured = repeated ? EventMaps.newestOf(captured, map) : map;
        }
        return occurrence.as().isEmpty() || captured.isEmpty() ? Optional.empty() : Optional.of(captured);
    }
}
