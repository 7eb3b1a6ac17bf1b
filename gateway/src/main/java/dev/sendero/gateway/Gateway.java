package dev.sendero.gateway;

import dev.sendero.api.connector.Report;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.callback.CallbackRoutes;
import dev.sendero.gateway.callback.MessageReceipts;
import dev.sendero.gateway.callback.Reports;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.erasure.ErasureDesk;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.gateway.events.EventLog;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.gateway.events.Heartbeats;
import dev.sendero.gateway.events.KafkaEventLog;
import dev.sendero.gateway.http.ConsoleRoutes;
import dev.sendero.gateway.http.HostGuard;
import dev.sendero.gateway.http.HttpServer;
import dev.sendero.gateway.http.IngestRoutes;
import dev.sendero.gateway.http.LiveRoute;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.gateway.http.ProfileRoutes;
import dev.sendero.gateway.http.QueryRoutes;
import dev.sendero.gateway.http.StatusRoutes;
import dev.sendero.gateway.ingest.Ingest;
import dev.sendero.gateway.ingest.JourneyCalls;
import dev.sendero.gateway.link.LinkRoutes;
import dev.sendero.gateway.live.LiveStream;
import dev.sendero.gateway.metrics.GatewayMetrics;
import dev.sendero.gateway.query.Customers;
import dev.sendero.gateway.query.Journeys;
import dev.sendero.gateway.query.Mails;
import dev.sendero.gateway.query.Trends;
import dev.sendero.gateway.recorder.FactLog;
import dev.sendero.gateway.recorder.KafkaFactLog;
import dev.sendero.gateway.recorder.Recorder;
import io.javalin.Javalin;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The HTTP side of Sendero, running: ingest, heartbeats, recorder, queries, live stream and console. */
public final class Gateway implements AutoCloseable {

    /** How long it may take until one gateway knows whom another one has erased. */
    private static final int LOOK_MILLIS = 1_000;

    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(3, Gateway::daemon);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EventLog events;
    private final Heartbeats heartbeats;
    private final LiveStream live;
    private final Recorder recorder;
    private final Reports reports;
    private final Javalin http;

    /**
     * Listens when it returns. Kafka need not be up: until it is, ingest answers 503.
     *
     * @param deliveries tells what became of messages
     * @param clock the process's clock; an {@link dev.sendero.gateway.events.EventClock} is moved by what ingest accepts
     * @throws PortInUse when something else listens on the port
     */
    public static Gateway start(GatewaySettings settings, InstantSource clock, GatewayParts parts) throws PortInUse {
        return start(
                settings,
                clock,
                parts,
                new KafkaEventLog(settings.bootstrapServers(), settings.topics().events()),
                metrics -> new KafkaFactLog(
                        settings.bootstrapServers(), settings.topics().facts(), metrics));
    }

    /** With logs of events and facts other than Kafka's. */
    static Gateway start(
            GatewaySettings settings,
            InstantSource clock,
            GatewayParts parts,
            EventLog events,
            Function<GatewayMetrics, FactLog> facts)
            throws PortInUse {
        var gateway = new Gateway(settings, clock, parts, events, facts);
        try {
            HttpServer.start(gateway.http, settings.host(), settings.port());
            return gateway;
        } catch (PortInUse taken) {
            gateway.close();
            throw taken;
        }
    }

    private Gateway(
            GatewaySettings settings,
            InstantSource clock,
            GatewayParts parts,
            EventLog events,
            Function<GatewayMetrics, FactLog> facts) {
        this.events = events;
        var metrics = new GatewayMetrics(registry);
        ProjectBoard board = parts.board();
        var journeys = new Journeys(board, parts.journal(), clock);
        var mails = new Mails(parts.mailbox(), clock);
        heartbeats = new Heartbeats(events, clock, schedule);
        live = new LiveStream(journeys, mails, board, clock, schedule);
        recorder = new Recorder(() -> facts.apply(metrics), parts.journal(), added -> live.factsCame(), metrics);
        var accepted = new AcceptedEvents(events, clock);
        var desk = new ConsentDesk(parts.consents(), accepted, clock);
        var erasures = new ErasureDesk(parts.erasures(), accepted, clock);
        var unused = schedule.scheduleWithFixedDelay(erasures::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var receipts = new MessageReceipts(parts.ledger(), accepted, clock);
        reports = new Reports(parts.ledger(), receipts, parts.suppressions(), desk, board, clock);
        var ingest = new Ingest(
                settings.writeKeys(),
                accepted,
                desk,
                erasures,
                clock,
                () -> UUID.randomUUID().toString(),
                metrics,
                new JourneyCalls(board));
        var queries = new QueryRoutes(
                journeys,
                new Trends(parts.journal(), clock),
                mails,
                new Customers(board, parts.journal(), mails, parts.deliveries(), clock),
                board);
        http = Javalin.create(config -> {
            HttpServer.setUp(config);
            boolean open = settings.ingest() == GatewaySettings.Ingest.OPEN;
            if (settings.isLoopback()) {
                config.routes.before(new HostGuard());
                queries.addTo(config.routes);
                new ProfileRoutes(erasures).addTo(config.routes);
                LiveRoute.addTo(config.routes, live);
                new ConsoleRoutes().addTo(config.routes);
            }
            StatusRoutes.addTo(config.routes, events, board, clock, open, registry);
            if (open) {
                IngestRoutes.open(config.routes, ingest);
                new CallbackRoutes(parts.callbacks(), reports, settings.publicAddress()).addTo(config.routes);
                parts.links().ifPresent(links -> new LinkRoutes(links, receipts, desk, board).addTo(config.routes));
            } else {
                IngestRoutes.closed(config.routes);
            }
        });
    }

    /**
     * Writes down what a provider says that we have to ask, as what those say who call.
     *
     * @throws EventLogUnavailable when some may not be written down; to bring it again does no harm
     */
    public void take(List<Report> said) throws EventLogUnavailable {
        reports.take(said);
    }

    /** Shows measures of other parts of the process beside its own. */
    public void measure(MeterBinder others) {
        others.bindTo(registry);
    }

    /** The port that it listens on. */
    public int port() {
        return http.port();
    }

    /** Stops taking requests, waits for those at work, and lets go of everything, in under 2 s. */
    @Override
    public void close() {
        heartbeats.close();
        live.close();
        http.stop();
        recorder.close();
        schedule.shutdownNow();
        events.close();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gateway-schedule");
        thread.setDaemon(true);
        return thread;
    }
}
