package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code webhook: {url, body, headers}}. A body of keys and values becomes JSON whose texts are templates. */
final class WebhookStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "webhook").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'webhook'", "url");
            String url = reader.scalar("url").map(source -> url(source, scope)).orElse("");
            String body = reader.node("body").map(node -> body(node, scope)).orElse("{}");
            Map<String, String> headers = headers(reader, scope);
            return SendKeys.action(id, Channel.WEBHOOK, new Content.Webhook(url, body, headers), reader);
        });
    }

    private static String url(YamlScalar source, JourneyScope scope) {
        String url = scope.templates().inline(source, TemplateKind.TEXT);
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            source.place(),
                            "'" + url + "' is no address of a webhook",
                            "begin with https://");
        }
        return url;
    }

    private static String body(YamlNode node, JourneyScope scope) {
        if (node instanceof YamlScalar text && text.kind() == YamlScalar.Kind.TEXT) {
            return scope.templates().inline(text, TemplateKind.JSON);
        }
        return JsonTemplates.read(node, scope);
    }

    private static Map<String, String> headers(MappingReader reader, JourneyScope scope) {
        var headers = new TreeMap<String, String>();
        reader.mapping("headers").ifPresent(mapping -> mapping.entries().forEach(entry -> scope.values()
                .scalar(entry.value(), entry.name())
                .ifPresent(value -> headers.put(entry.name(), scope.templates().inline(value, TemplateKind.TEXT)))));
        return Collections.unmodifiableSortedMap(headers);
    }
}
