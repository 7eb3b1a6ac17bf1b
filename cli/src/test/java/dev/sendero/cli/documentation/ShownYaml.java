package dev.sendero.cli.documentation;

import dev.sendero.rules.language.Language;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file of a project, as a page shows it. Its keys say of which file it is a part. The rest of the file, and
 * of the project, is what pages speak of without showing it.
 */
final class ShownYaml {

    private static final Pattern KEY = Pattern.compile("(?m)^([a-z_]+):(?: +(\\S.*?))? *(?:#.*)?$");

    private static final String SETTINGS = """
            subscription_groups:
              offers: { title: Offers, channels: [email, sms, push], default: opted_out }
            """;

    private static final Map<String, String> PROJECT = Map.of(
            "sendero.yaml",
            SETTINGS,
            "traits/customers.yaml",
            """
            segments:
              vip: profile.traits.plan == "pro"
            """,
            "templates/cart-reminder.liquid",
            "---\nsubject: Your cart\n---\n<p>It waits</p>\n",
            "templates/cart-last-call.liquid",
            "---\nsubject: Last call\n---\n<p>It waits</p>\n",
            "journeys/abandoned-cart.yaml",
            """
            journey: abandoned-cart
            trigger: { event: Product Added }
            steps:
              - id: reminder
                email: { template: cart-reminder, group: offers }
            """);

    private final String path;
    private final String text;

    private ShownYaml(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** @throws IllegalArgumentException when no file of a project may have such a part */
    static ShownYaml of(String shown) {
        if (shown.startsWith("- ")) {
            return journey("steps:\n" + shown.indent(2));
        }
        Map<String, String> keys = keysOf(shown);
        if (isPartOf("journey", keys)) {
            return journey(shown);
        }
        if (keys.containsKey("expect") && isPartOf("test", keys)) {
            String test = "- name: as it is shown\n" + shown.indent(2);
            return new ShownYaml("tests/abandoned-cart.yaml", "journey: abandoned-cart\ntests:\n" + test.indent(2));
        }
        if (isPartOf("test-file", keys)) {
            return new ShownYaml("tests/" + keys.get("journey") + ".yaml", shown);
        }
        if (isPartOf("plan", keys)) {
            return new ShownYaml("events.yaml", shown);
        }
        if (isPartOf("traits", keys)) {
            return new ShownYaml("traits/customers.yaml", shown);
        }
        if (isPartOf("settings", keys)) {
            String groups = keys.containsKey("subscription_groups") ? "" : SETTINGS;
            return new ShownYaml("sendero.yaml", groups + shown);
        }
        throw new IllegalArgumentException("keys: " + keys.keySet() + " (expected: those of a file of a project)");
    }

    private static ShownYaml journey(String shown) {
        Map<String, String> keys = keysOf(shown);
        String id = keys.getOrDefault("journey", "shown");
        var whole = new StringBuilder(keys.containsKey("journey") ? "" : "journey: " + id + "\n");
        whole.append(keys.containsKey("trigger") ? "" : "trigger: { event: Product Added, as: added }\n");
        whole.append(shown);
        whole.append(keys.containsKey("steps") ? "" : "steps: [{ slack: { channel: desk, text: Hello } }]\n");
        return new ShownYaml("journeys/" + id + ".yaml", whole.toString());
    }

    private static Map<String, String> keysOf(String yaml) {
        var keys = new TreeMap<String, String>();
        Matcher key = KEY.matcher(yaml);
        while (key.find()) {
            keys.put(key.group(1), key.group(2) == null ? "" : key.group(2));
        }
        return keys;
    }

    private static boolean isPartOf(String form, Map<String, String> keys) {
        Set<String> known = new TreeSet<>(Language.form(form).allNames());
        return !keys.isEmpty() && known.containsAll(keys.keySet());
    }

    /** What 'sendero validate' says of it. */
    List<Problem> problems() {
        var texts = new TreeMap<>(PROJECT);
        texts.put(path, text);
        return ProjectReader.read(new ProjectFiles(texts)).problems();
    }
}
