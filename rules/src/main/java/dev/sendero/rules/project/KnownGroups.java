package dev.sendero.rules.project;

import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;

/** Reads the names of subscription groups that a project has. */
record KnownGroups(ValueReader values, Set<String> names) {

    /** One entry of {@code groups}; a name that the project does not have is reported. */
    Optional<String> read(YamlNode node) {
        Optional<YamlScalar> name = values.scalar(node, "an entry of 'groups'");
        if (name.isPresent() && !names.contains(name.get().text())) {
            values.findings()
                    .error(
                            ProblemCode.UNKNOWN_GROUP,
                            name.get().place(),
                            "no subscription group '" + name.get().text() + "' in sendero.yaml",
                            DidYouMean.hint(name.get().text(), names));
            return Optional.empty();
        }
        return name.map(YamlScalar::text);
    }
}
