package dev.sendero.connectors.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.http.RetryAfter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Calls other systems, signed by Standard Webhooks, at addresses of the public internet and those that are allowed. */
public final class WebhookConnector implements Connector {

    private static final int GONE = 410;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** About as long as a receiver takes that works. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<Webhook> signers;
    private final NameResolver resolver;
    private final AddressGuard guard;
    private final PinnedCalls calls;
    private final GoneTargets gone;
    private final ReceivingHosts hosts;
    private final InstantSource clock;

    /** @param clock the time of day, which receivers compare with their own */
    public WebhookConnector(WebhookSettings settings, InstantSource clock) {
        this(settings, clock, NameResolver.SYSTEM, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    WebhookConnector(WebhookSettings settings, InstantSource clock, NameResolver resolver, SSLSocketFactory tls) {
        this.signers = settings.secrets().stream().map(WebhookConnector::signer).toList();
        this.resolver = resolver;
        this.guard = new AddressGuard(settings.allowed());
        this.calls = new PinnedCalls(tls, settings.connectTimeout(), settings.callTimeout());
        this.gone = new GoneTargets(clock);
        this.hosts = new ReceivingHosts(settings.callsPerHost(), PATIENCE, clock);
        this.clock = clock;
    }

    private static Webhook signer(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException("webhook secret: empty (expected: checked with the settings)", impossible);
        }
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    /** A repeated call has the same {@code webhook-id}, by which receivers know it. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    /** Every receiver is one of its own. */
    @Override
    public boolean callsOneProvider() {
        return false;
    }

    @Override
    public Outcome send(Delivery delivery) {
        if (!(delivery.content() instanceof Rendered.Webhook webhook)) {
            return permanent("not a webhook: " + delivery.content().channel());
        }
        Optional<Target> parsed = Target.parse(webhook.to());
        if (parsed.isEmpty()) {
            return permanent("not the URL of a system that can be called");
        }
        Target target = parsed.get();
        if (gone.contains(target)) {
            return permanent("the receiver wants no more calls: it has answered 410");
        }
        byte[] request;
        try {
            request = new RequestWriter(signers, clock).write(target, delivery.id(), webhook);
        } catch (UnusableHeader unusable) {
            return permanent(String.valueOf(unusable.getMessage()));
        } catch (WebhookSigningException unsigned) {
            return permanent("the call cannot be signed");
        }
        Optional<Outcome.Postponed> busy = hosts.enter(target.authority());
        if (busy.isPresent()) {
            return busy.get();
        }
        boolean failed = true;
        try {
            Reply reply = call(target, request);
            failed = isFailure(reply);
            return outcome(target, reply);
        } finally {
            hosts.leave(target.authority(), failed);
        }
    }

    private Reply call(Target target, byte[] request) {
        List<InetAddress> addresses;
        try {
            addresses = resolver.addressesOf(target.host());
        } catch (UnknownHostException unknown) {
            return new Reply.NotSent("the receiver's name has no address");
        }
        return addresses.stream().allMatch(guard::mayBeCalled)
                ? calls.make(target, addresses, request)
                : new Reply.Forbidden();
    }

    /** Whether it is the host that does not work, rather than that it refuses. */
    private static boolean isFailure(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? answered.status() >= SERVER_ERROR
                : !(reply instanceof Reply.Forbidden);
    }

    private Outcome outcome(Target target, Reply reply) {
        if (reply instanceof Reply.NotSent notSent) {
            return new Outcome.Retryable(notSent.reason(), Duration.ZERO);
        }
        if (reply instanceof Reply.Unanswered unanswered) {
            return new Outcome.Ambiguous(unanswered.reason());
        }
        if (reply instanceof Reply.Forbidden) {
            return permanent("the receiver's address is not public, and not among channels.webhook.allow");
        }
        var answered = (Reply.Answered) reply;
        int status = answered.status();
        if (status < 300) {
            return new Outcome.Accepted("answered " + status);
        }
        if (status == GONE) {
            gone.add(target);
            return permanent("the receiver wants no more calls: it answered 410");
        }
        Duration retryAfter = RetryAfter.of(answered.retryAfter(), clock.instant());
        if (status < SERVER_ERROR || status == UNAVAILABLE) {
            String reason = status < 400 ? "redirects are not followed: answered " : "answered ";
            return new Outcome.Retryable(reason + status, retryAfter);
        }
        return new Outcome.Ambiguous("answered " + status);
    }

    /** Of the target is remembered here what 410 means; nobody's address is suppressed for ever. */
    private static Outcome permanent(String reason) {
        return new Outcome.Permanent(reason, false);
    }

    @Override
    public void close() {
        calls.close();
    }
}
