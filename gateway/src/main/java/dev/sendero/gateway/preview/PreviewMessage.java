package dev.sendero.gateway.preview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.template.HtmlLinks;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message in one locale, as its recipient would get it. What a channel does not have is empty; a notification's link is
 * its preheader, and a record's kind its subject.
 *
 * @param locale in which the template is written; empty for the one without a locale
 * @param channel as in journey files
 * @param failure why it cannot be rendered with this sample; empty when it can
 */
public record PreviewMessage(
        String locale,
        String channel,
        String to,
        String from,
        String subject,
        String preheader,
        String text,
        @JsonIgnore String html,
        String failure) {

    public static PreviewMessage of(String locale, Rendered rendered) {
        String channel = rendered.channel().wireName();
        if (rendered instanceof Rendered.Email email) {
            return new PreviewMessage(
                    locale,
                    channel,
                    email.to(),
                    email.from(),
                    email.subject(),
                    email.preheader(),
                    email.text(),
                    email.html(),
                    "");
        }
        if (rendered instanceof Rendered.Push push) {
            return new PreviewMessage(locale, channel, push.to(), "", push.title(), push.link(), push.text(), "", "");
        }
        String subject = rendered instanceof Rendered.Crm crm ? crm.object() : "";
        return new PreviewMessage(locale, channel, rendered.to(), "", subject, "", rendered.shownText(), "", "");
    }

    public static PreviewMessage failed(String locale, String channel, String failure) {
        return new PreviewMessage(locale, channel, "", "", "", "", "", "", failure);
    }

    /** Whether it brings colours of its own for the dark. */
    @JsonProperty("knowsDark")
    public boolean knowsDark() {
        return ColourScheme.isKnownTo(html);
    }

    /** Of the HTML. Gmail cuts a mail off behind 102 kB. */
    @JsonProperty("bytes")
    public int bytes() {
        return html.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where its links lead, with the parameters that sending adds; each once. */
    @JsonProperty("links")
    public List<String> links() {
        return HtmlLinks.of(html);
    }
}
