package dev.sendero.faults.load;

import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A project with one journey for each provider: whoever comes gets one message from each. */
public final class TrialProject {

    /** The event that begins all journeys. */
    static final String CAME = "Came";

    private TrialProject() {}

    /** Writes it into a folder, which is made when it is absent. */
    public static void write(Path folder, List<Provider> providers) throws IOException {
        Files.createDirectories(folder.resolve("journeys"));
        String channels = providers.stream()
                .map(provider -> provider.settings().indent(2))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("sendero.yaml"), "name: Faults\ntimezone: UTC\nchannels:\n" + channels);
        for (Provider provider : providers) {
            Files.writeString(
                    folder.resolve("journeys").resolve(journeyTo(provider.target()) + ".yaml"), journey(provider));
            for (var file : provider.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    /** The id of the journey whose messages go to a target. */
    public static String journeyTo(Target target) {
        return "to-" + target.title();
    }

    private static String journey(Provider provider) {
        return """
                journey: %s
                state: live
                trigger: { event: %s, as: came }
                steps:
                %s""".formatted(journeyTo(provider.target()), CAME, provider.step().indent(2));
    }
}
