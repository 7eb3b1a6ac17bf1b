package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads {@code timezone}: {@code customer}, {@code project} or the name of a time zone. */
public final class ZoneChoices {

    private static final String KEY = "timezone";

    private ZoneChoices() {}

    /** The customer's where the file names none, and in the place of one that is wrong. */
    public static ZoneChoice read(MappingReader reader) {
        Optional<YamlScalar> name = reader.scalar(KEY);
        if (name.isEmpty()) {
            return ZoneChoice.CUSTOMER;
        }
        return switch (name.get().text()) {
            case "customer" -> ZoneChoice.CUSTOMER;
            case "project" -> new ZoneChoice.OfProject();
            default -> named(reader, name.get());
        };
    }

    private static ZoneChoice named(MappingReader reader, YamlScalar name) {
        try {
            return new ZoneChoice.Fixed(ZoneId.of(name.text()));
        } catch (DateTimeException unknown) {
            reader.values()
                    .findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            name.place(),
                            "no time zone '" + name.text() + "'",
                            DidYouMean.nearest(name.text(), ZoneId.getAvailableZoneIds())
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("write 'customer', 'project' or one such as Europe/Madrid"));
            return ZoneChoice.CUSTOMER;
        }
    }
}
