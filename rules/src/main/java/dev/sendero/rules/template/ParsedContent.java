package dev.sendero.rules.template;

import dev.sendero.api.message.Content;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of one content, each parsed when it is first rendered. */
final class ParsedContent {

    private record Key(String source, TemplateKind kind) {}

    private final Map<Key, LiquidTemplate> templates = new ConcurrentHashMap<>();

    String text(String source, Map<String, Object> variables) throws RenderFailure {
        return inline(new Key(source, TemplateKind.TEXT), variables);
    }

    String slack(String source, Map<String, Object> variables) throws RenderFailure {
        return inline(new Key(source, TemplateKind.SLACK), variables);
    }

    private String inline(Key key, Map<String, Object> variables) throws RenderFailure {
        return key.source().indexOf('{') < 0 ? key.source() : render(key, Map.of(), variables);
    }

    String body(Content.Email email, Map<String, Object> variables) throws RenderFailure {
        var kind = email.format() == Content.Format.MJML ? TemplateKind.MJML : TemplateKind.HTML;
        return render(new Key(email.body(), kind), email.partials(), variables);
    }

    private String render(Key key, Map<String, String> partials, Map<String, Object> variables) throws RenderFailure {
        LiquidTemplate template = templates.get(key);
        if (template == null) {
            // Two threads may both parse it at first; they come to the same.
            template = new LiquidTemplate(key.source(), key.kind(), partials);
            templates.put(key, template);
        }
        return template.render(variables);
    }
}
