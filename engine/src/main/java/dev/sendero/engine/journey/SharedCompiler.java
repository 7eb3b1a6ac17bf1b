package dev.sendero.engine.journey;

import dev.sendero.api.Hash;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the same sources once for all tasks of a process, and not again when its job starts anew, as long as somebody
 * still has what was compiled.
 */
public final class SharedCompiler implements JourneyCompiler {

    private static final long serialVersionUID = 1;

    /** By the sources. Tasks are created apart from each other by Flink and share nothing else. */
    private static final Map<String, Known> COMPILED = new ConcurrentHashMap<>();

    private final JourneyCompiler compiler;

    public SharedCompiler(JourneyCompiler compiler) {
        this.compiler = compiler;
    }

    private record Known(WeakReference<Journey> journey, Settings settings) {}

    @Override
    public Optional<CompiledJourney> compile(JourneyPublication publication) {
        String sources = nameOf(publication);
        CompiledJourney known = find(sources, publication);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CompiledJourney> compiled = compiler.compile(publication);
        COMPILED.values().removeIf(other -> other.journey().refersTo(null));
        compiled.ifPresent(
                made -> COMPILED.put(sources, new Known(new WeakReference<>(made.journey()), made.settings())));
        return compiled;
    }

    private static @Nullable CompiledJourney find(String sources, JourneyPublication publication) {
        Known known = COMPILED.get(sources);
        Journey journey = known == null ? null : known.journey().get();
        return known == null || journey == null ? null : new CompiledJourney(publication, journey, known.settings());
    }

    private static String nameOf(JourneyPublication publication) {
        List<String> parts = new ArrayList<>(List.of(publication.topicKey(), publication.file()));
        new TreeMap<>(publication.files()).forEach((file, text) -> {
            parts.add(file);
            parts.add(text);
        });
        return Hash.of(64, parts.toArray(String[]::new));
    }
}
