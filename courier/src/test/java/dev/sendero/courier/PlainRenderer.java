package dev.sendero.courier;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.util.Map;

/** Takes templates as they are; the text {@code broken} cannot be rendered. */
final class PlainRenderer implements Renderer {

    @Override
    public Rendered render(Content content, String to, Map<String, Object> variables) throws RenderFailure {
        if (content instanceof Content.Email email) {
            return new Rendered.Email(to, email.from(), checked(email.subject()), "", email.body(), email.body());
        }
        if (content instanceof Content.Sms sms) {
            return new Rendered.Sms(to, checked(sms.text()));
        }
        if (content instanceof Content.Slack slack) {
            return new Rendered.Slack(slack.to(), checked(slack.text()));
        }
        var webhook = (Content.Webhook) content;
        return new Rendered.Webhook(webhook.to(), checked(webhook.body()), webhook.headers());
    }

    private static String checked(String text) throws RenderFailure {
        if (text.equals("broken")) {
            throw new RenderFailure("line 1: no such filter");
        }
        return text;
    }
}
