package dev.sendero.connectors.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Reconciling;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.pace.Pace;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Hands text messages to Twilio, no faster than their sender may. */
public final class TwilioConnector implements Connector, Reconciling {

    /** ITU E.164: at most fifteen digits behind the plus. Twilio takes other services' addresses by their name before it. */
    private static final Pattern INTERNATIONAL = Pattern.compile("([a-z]+:)?\\+[1-9][0-9]{6,14}");

    /** A call that would have to wait longer gives its thread to others. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private final TwilioSettings settings;
    private final TwilioCalls calls;
    private final TwilioRestClient client;
    private final Pace pace;

    /**
     * @param clock for dates that Twilio names
     * @param nanos a clock that never goes back, for the rate
     */
    public TwilioConnector(TwilioSettings settings, InstantSource clock, LongSupplier nanos) {
        this.settings = settings;
        this.calls = new TwilioCalls(settings, clock);
        this.client = new TwilioRestClient.Builder(settings.user(), settings.password())
                .accountSid(settings.account())
                .httpClient(calls)
                .build();
        this.pace = new Pace(settings.perSecond(), LONGEST_WAIT, nanos);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    /** Twilio has no key for that: a repeated message is sent again. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public void useOfRate(double share) {
        pace.use(share);
    }

    @Override
    public Outcome send(Delivery delivery) {
        if (!(delivery.content() instanceof Rendered.Sms sms)) {
            return new Outcome.Permanent(
                    "no text message: " + delivery.content().channel(), false);
        }
        String to = Channel.SMS.comparable(sms.to());
        if (!INTERNATIONAL.matcher(to).matches()) {
            return new Outcome.Permanent("the number is not in international form: + and the country's code", false);
        }
        Optional<Outcome> tooSoon = pace.await(settings.sender().toString());
        return tooSoon.orElseGet(() -> call(messageTo(to, sms.text(), delivery.id())));
    }

    private MessageCreator messageTo(String to, String text, MessageId id) {
        MessageCreator message = settings.sender() instanceof TwilioSettings.Sender.Service service
                ? Message.creator(new PhoneNumber(to), service.sid(), text)
                : Message.creator(
                        new PhoneNumber(to),
                        new PhoneNumber(((TwilioSettings.Sender.Number) settings.sender()).number()),
                        text);
        if (!settings.callbacks().isEmpty()) {
            message.setStatusCallback(URI.create(settings.callbacks() + "?" + TwilioCallbacks.MESSAGE + "="
                    + URLEncoder.encode(id.value(), StandardCharsets.UTF_8)));
        }
        return message;
    }

    private Outcome call(MessageCreator message) {
        try {
            Message made = message.create(client);
            return made.getErrorCode() == null
                    ? new Outcome.Accepted(String.valueOf(made.getSid()))
                    : TwilioError.outcomeOf(made.getErrorCode());
        } catch (TwilioUnanswered unanswered) {
            return unanswered.outcome();
        } catch (ApiException unreadable) {
            // What Twilio refuses never comes here: it was taken, and the words about it are not understood.
            return new Outcome.Ambiguous("the answer of Twilio cannot be read");
        }
    }

    /** A message is there as soon as it is taken; this is for a call that Twilio is still working on. */
    @Override
    public Duration settledAfter() {
        return SETTLED_AFTER;
    }

    @Override
    public Finding find(Delivery delivery, Instant notBefore) {
        if (!(delivery.content() instanceof Rendered.Sms sms)) {
            return new Finding.Unknown("no text message: " + delivery.content().channel());
        }
        try {
            String list = calls.messagesTo(Channel.SMS.comparable(sms.to()), SentMessages.MOST);
            return SentMessages.find(list, sms.text(), notBefore);
        } catch (TwilioUnanswered unanswered) {
            return new Finding.Unknown("Twilio was asked, and did not say");
        }
    }

    @Override
    public void close() {
        // Connections end by themselves when they are idle.
    }
}
