package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;

/** Refuses secrets in a file, and says where they belong. */
final class SecretKeys {

    private SecretKeys() {}

    /**
     * @param key what must not be there; the key that names the variable ends with {@code _env}
     * @param variable that people are told of, such as {@code SMTP_PASSWORD}
     */
    static void refuse(YamlMapping mapping, MappingReader reader, String key, String variable) {
        mapping.entry(key).filter(secret -> reader.has(key)).ifPresent(secret -> reader.values()
                .findings()
                .error(
                        ProblemCode.SECRET,
                        secret.key().place(),
                        "'" + key + "' would stand in a file that is shared",
                        "put it into an environment variable and name that: '" + key + "_env: " + variable + "'"));
    }
}
