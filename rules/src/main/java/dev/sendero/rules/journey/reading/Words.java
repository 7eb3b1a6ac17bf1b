package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/** Values that are one of a few words. */
final class Words {

    private Words() {}

    /** What the word of a key means; the fallback without the key, and for a word that means nothing, which is reported. */
    static <T> T read(MappingReader reader, String key, Map<String, T> meanings, T fallback) {
        Optional<YamlScalar> word = reader.scalar(key);
        if (word.isEmpty()) {
            return fallback;
        }
        T meaning = meanings.get(word.get().text());
        if (meaning != null) {
            return meaning;
        }
        reader.values()
                .findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        word.get().place(),
                        "'" + key + "' is '" + word.get().text() + "'",
                        DidYouMean.hint(word.get().text(), meanings.keySet()));
        return fallback;
    }
}
