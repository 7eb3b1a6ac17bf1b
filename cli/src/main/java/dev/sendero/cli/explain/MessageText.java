package dev.sendero.cli.explain;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.util.Map;
import java.util.Optional;

/** What a message says, as briefly as its recipient first sees it. */
final class MessageText {

    private final Map<ContentId, Content> contents;
    private final Renderer renderer = new LiquidRenderer();

    MessageText(Map<ContentId, Content> contents) {
        this.contents = contents;
    }

    /** The subject of an e-mail, the text of others; empty for what is sent to machines. */
    Optional<String> of(Message message) {
        Content content = contents.get(message.content());
        if (content == null) {
            return Optional.empty();
        }
        try {
            return shown(renderer.render(content, message.to(), CustomerLinks.SAMPLE.variables(message)));
        } catch (RenderFailure failure) {
            return Optional.of("cannot be rendered: " + failure.getMessage());
        }
    }

    private static Optional<String> shown(Rendered rendered) {
        if (rendered.channel() == Channel.CRM || rendered.channel() == Channel.WEBHOOK) {
            return Optional.empty();
        }
        return Optional.of(
                JsonText.of(rendered instanceof Rendered.Email email ? email.subject() : rendered.shownText()));
    }
}
