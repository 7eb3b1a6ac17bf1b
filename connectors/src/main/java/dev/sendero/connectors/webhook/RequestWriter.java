package dev.sendero.connectors.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the request of a call (RFC 9112, 3), with the headers of Standard Webhooks. */
final class RequestWriter {

    /** RFC 9110, 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]{0,4096}");

    /** What says where a request begins, ends or leads, or whose it is. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-connection",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature");

    private final List<Webhook> signers;
    private final InstantSource clock;

    RequestWriter(List<Webhook> signers, InstantSource clock) {
        this.signers = signers;
        this.clock = clock;
    }

    byte[] write(Target target, MessageId id, Rendered.Webhook webhook) throws UnusableHeader, WebhookSigningException {
        byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
        long seconds = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("host", target.authority());
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Sendero");
        for (Map.Entry<String, String> own : webhook.headers().entrySet()) {
            String name = own.getKey().toLowerCase(Locale.ROOT);
            check(name, own.getValue());
            headers.put(name, own.getValue());
        }
        headers.put("content-length", Integer.toString(body.length));
        headers.put("connection", "close");
        headers.put("webhook-id", id.value());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", signatures(id, seconds, webhook.body()));

        var head = new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** One for each secret: a receiver that knows one of them is content. */
    private String signatures(MessageId id, long seconds, String body) throws WebhookSigningException {
        var signatures = new StringBuilder();
        for (Webhook signer : signers) {
            signatures.append(signatures.isEmpty() ? "" : " ").append(signer.sign(id.value(), seconds, body));
        }
        return signatures.toString();
    }

    private static void check(String name, String value) throws UnusableHeader {
        if (!NAME.matcher(name).matches()) {
            throw new UnusableHeader("a header's name is no name of a header");
        }
        if (OURS.contains(name)) {
            throw new UnusableHeader("the header '" + name + "' is not the journey's to set");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new UnusableHeader("the header '" + name + "' has a value that no header may have");
        }
    }
}
