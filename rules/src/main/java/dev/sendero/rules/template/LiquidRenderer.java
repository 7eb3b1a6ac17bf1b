package dev.sendero.rules.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.template.filter.Escaping;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Renders Liquid, MJML and JSON. The most recently used contents are kept parsed. */
public final class LiquidRenderer implements Renderer {

    private static final int MAX_CONTENTS = 500;

    private final Map<ContentId, ParsedContent> contents = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentId, ParsedContent> eldest) {
            return size() > MAX_CONTENTS;
        }
    };

    @Override
    public Rendered render(Content content, String to, Map<String, Object> variables) throws RenderFailure {
        ParsedContent parsed = parsed(content);
        String recipient = recipient(parsed, content, to, variables);
        if (content instanceof Content.Email email) {
            return email(parsed, inLanguage(email, variables), email.links(), recipient, variables);
        }
        if (content instanceof Content.Sms sms) {
            String said = LocaleChoice.of(sms.locales().keySet(), variables)
                    .map(sms.locales()::get)
                    .orElse(sms.text());
            return new Rendered.Sms(recipient, parsed.text(said, variables));
        }
        if (content instanceof Content.Slack slack) {
            return new Rendered.Slack(recipient, parsed.slack(slack.text(), variables));
        }
        if (content instanceof Content.Push push) {
            return push(parsed, push, recipient, variables);
        }
        if (content instanceof Content.Crm crm) {
            return new Rendered.Crm(
                    recipient,
                    crm.object(),
                    json(parsed, crm.set(), variables),
                    parsed.text(crm.note(), variables).strip());
        }
        return webhook(parsed, (Content.Webhook) content, recipient, variables);
    }

    /** Without the parts of an e-mail that follow from others, which take longer than all else. */
    @Override
    public void check(Content content, String to, Map<String, Object> variables) throws RenderFailure {
        if (!(content instanceof Content.Email email)) {
            render(content, to, variables);
            return;
        }
        ParsedContent parsed = parsed(content);
        recipient(parsed, content, to, variables);
        Content.Email said = inLanguage(email, variables);
        html(parsed, said, variables);
        parsed.text(said.preheader(), variables);
        parsed.text(said.from(), variables);
        parsed.text(said.subject(), variables);
    }

    private static Content.Email inLanguage(Content.Email email, Map<String, Object> variables) {
        return LocaleChoice.of(email.locales().keySet(), variables)
                .map(email.locales()::get)
                .orElse(email);
    }

    private ParsedContent parsed(Content content) {
        synchronized (contents) {
            return contents.computeIfAbsent(content.id(), missing -> new ParsedContent());
        }
    }

    private static String recipient(ParsedContent parsed, Content content, String to, Map<String, Object> variables)
            throws RenderFailure {
        String own = content.to();
        String recipient = SingleLine.of(own.isBlank() ? to : parsed.text(own, variables));
        if (recipient.isEmpty()) {
            throw new RenderFailure("there is no recipient");
        }
        if (content instanceof Content.Email && (recipient.contains(",") || recipient.contains(";"))) {
            throw new RenderFailure("the recipient is more than one address");
        }
        return recipient;
    }

    private static Rendered.Email email(
            ParsedContent parsed,
            Content.Email email,
            Map<String, String> links,
            String recipient,
            Map<String, Object> variables)
            throws RenderFailure {
        String html = LinkParameters.inHtml(html(parsed, email, variables), links, CustomerLinks.in(variables));
        String preheader = SingleLine.of(parsed.text(email.preheader(), variables));
        return new Rendered.Email(
                recipient,
                SingleLine.of(parsed.text(email.from(), variables)),
                SingleLine.of(parsed.text(email.subject(), variables)),
                preheader,
                HtmlText.of(html),
                withPreheader(html, preheader));
    }

    private static String html(ParsedContent parsed, Content.Email email, Map<String, Object> variables)
            throws RenderFailure {
        String body = parsed.body(email, variables);
        return email.format() == Content.Format.MJML ? Mjml.html(body) : body;
    }

    /** Mail programs show the first text of a mail beside its subject; this one is seen there only. */
    private static String withPreheader(String html, String preheader) {
        if (preheader.isEmpty()) {
            return html;
        }
        String hidden = "<div style=\"display:none;max-height:0;max-width:0;overflow:hidden;opacity:0\">"
                + Escaping.HTML.of(preheader) + "</div>";
        int body = html.toLowerCase(Locale.ROOT).indexOf("<body");
        int at = body < 0 ? 0 : html.indexOf('>', body) + 1;
        return html.substring(0, at) + hidden + html.substring(at);
    }

    private static Rendered.Push push(
            ParsedContent parsed, Content.Push push, String recipient, Map<String, Object> variables)
            throws RenderFailure {
        return new Rendered.Push(
                recipient,
                SingleLine.of(parsed.text(push.title(), variables)),
                parsed.text(push.text(), variables),
                LinkParameters.in(SingleLine.of(parsed.text(push.link(), variables)), push.links(), "&"));
    }

    private static Rendered.Webhook webhook(
            ParsedContent parsed, Content.Webhook webhook, String url, Map<String, Object> variables)
            throws RenderFailure {
        var headers = new TreeMap<String, String>();
        for (Map.Entry<String, String> header : webhook.headers().entrySet()) {
            headers.put(SingleLine.of(header.getKey()), SingleLine.of(parsed.text(header.getValue(), variables)));
        }
        return new Rendered.Webhook(url, json(parsed, webhook.body(), variables), headers);
    }

    private static String json(ParsedContent parsed, String source, Map<String, Object> variables)
            throws RenderFailure {
        try {
            JsonNode body = leaves(parsed, WireJson.mapper().readTree(source), variables);
            return WireJson.mapper().writeValueAsString(body);
        } catch (JsonProcessingException malformed) {
            throw new RenderFailure("the body is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static JsonNode leaves(ParsedContent parsed, JsonNode node, Map<String, Object> variables)
            throws RenderFailure {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(parsed.text(text.textValue(), variables));
        }
        if (node instanceof ObjectNode object) {
            var rendered = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                rendered.set(field.getKey(), leaves(parsed, field.getValue(), variables));
            }
            return rendered;
        }
        if (node instanceof ArrayNode array) {
            var rendered = array.arrayNode(array.size());
            for (JsonNode element : array) {
                rendered.add(leaves(parsed, element, variables));
            }
            return rendered;
        }
        return node;
    }
}
