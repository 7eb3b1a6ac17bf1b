package dev.sendero.gateway.ingest;

import dev.sendero.api.event.Event;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.erasure.ErasureDesk;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.gateway.metrics.GatewayMetrics;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes events. A request is accepted in whole or not at all: with one malformed event in a batch of a hundred, nothing
 * is written, and the answer lists everything that is wrong by position, so that the sender can repair or leave out
 * those and send the rest again. What was answered with 200 is durable in the log, but for what somebody did who has been
 * erased since.
 */
public final class Ingest {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final WriteKeys writeKeys;
    private final AcceptedEvents accepted;
    private final ConsentDesk desk;
    private final ErasureDesk erasures;
    private final InstantSource clock;
    private final Supplier<String> newMessageId;
    private final GatewayMetrics metrics;
    private final JourneyCalls calls;

    /** @param newMessageId names an event whose sender gave it no id; never the same name twice */
    public Ingest(
            List<String> writeKeys,
            AcceptedEvents accepted,
            ConsentDesk desk,
            ErasureDesk erasures,
            InstantSource clock,
            Supplier<String> newMessageId,
            GatewayMetrics metrics,
            JourneyCalls calls) {
        this.writeKeys = new WriteKeys(writeKeys);
        this.accepted = accepted;
        this.desk = desk;
        this.erasures = erasures;
        this.clock = clock;
        this.newMessageId = newMessageId;
        this.metrics = metrics;
        this.calls = calls;
    }

    /** Answers {@code /v1/batch} and {@code /v1/import}. */
    public Handler batch() {
        return context -> answer(context, RequestReader::batch, "");
    }

    /** @param type what the path says: {@code track}, {@code identify}, … */
    public Handler single(String type) {
        return context -> answer(context, RequestReader::single, type);
    }

    /** Answers {@code /v1/journeys/{name}/trigger}. */
    public Handler trigger() {
        return context ->
                answer(context, json -> calls.named(context.pathParam("name"), RequestReader.single(json)), "track");
    }

    private interface Reader {
        Request read(byte[] json) throws Refusal;
    }

    private void answer(Context context, Reader reader, String type) throws IOException {
        long began = System.nanoTime();
        try {
            boolean knownByHeader = authorizedByHeader(context);
            byte[] body = RequestBody.read(
                    context.req().getInputStream(),
                    header(context, "Content-Encoding"),
                    context.req().getContentLengthLong());
            Request request = authorizedRequest(reader, body, knownByHeader);
            List<Event> events = erasures.withoutErased(events(request, type));
            desk.takeDown(events);
            accepted.append(events);
            metrics.accepted(
                    events.size(), request.calls().size() - events.size(), Duration.ofNanos(System.nanoTime() - began));
            context.json(Map.of("success", true));
        } catch (Refusal refusal) {
            refuse(context, refusal.status(), String.valueOf(refusal.getMessage()), refusal.reasons());
        } catch (EventLogUnavailable unavailable) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
            refuse(context, 503, "events cannot be stored now; send the request again", List.of());
        }
    }

    private boolean authorizedByHeader(Context context) throws Refusal {
        String authorization = header(context, "Authorization");
        if (authorization.isEmpty()) {
            return false;
        }
        if (WriteKeys.inHeader(authorization).filter(writeKeys::contains).isEmpty()) {
            throw Refusal.unauthorized("Authorization: not a known write key");
        }
        return true;
    }

    /** A sender that may also name its key in the body learns what is wrong with the body only with a key. */
    private Request authorizedRequest(Reader reader, byte[] body, boolean knownByHeader) throws Refusal {
        Request request;
        try {
            request = reader.read(body);
        } catch (Refusal malformed) {
            throw knownByHeader ? malformed : noKey();
        }
        if (!knownByHeader && !writeKeys.contains(request.writeKey())) {
            throw noKey();
        }
        return request;
    }

    private static Refusal noKey() {
        return Refusal.unauthorized(
                "write key: absent or unknown (expected: as the user name of Basic authentication)");
    }

    private List<Event> events(Request request, String type) throws Refusal {
        Instant receivedAt = clock.instant();
        var events = new ArrayList<Event>(request.calls().size());
        var problems = new ArrayList<>(request.problems());
        for (Call call : request.calls()) {
            EventOfCall.Result result = EventOfCall.read(call, type, request.sentAt(), receivedAt, newMessageId);
            result.event().ifPresent(events::add);
            result.problems().forEach(problem -> problems.add(new Refusal.Reason(call.index(), problem)));
        }
        if (!problems.isEmpty()) {
            throw Refusal.malformed(problems);
        }
        return events;
    }

    private void refuse(Context context, int status, String message, List<Refusal.Reason> reasons) {
        metrics.refused(status);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("success", false);
        answer.put("error", message);
        if (!reasons.isEmpty()) {
            answer.put(
                    "problems",
                    reasons.stream()
                            .limit(IngestLimits.PROBLEMS_LISTED)
                            .map(Ingest::json)
                            .toList());
        }
        if (status == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
            // Part of the body may be unread: nothing else can come over this connection.
            context.header("Connection", "close");
        }
        context.status(status).json(answer);
    }

    private static Map<String, Object> json(Refusal.Reason reason) {
        var json = new LinkedHashMap<String, Object>();
        if (reason.index() >= 0) {
            json.put("index", reason.index());
        }
        json.put("reason", reason.reason());
        return json;
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }
}
