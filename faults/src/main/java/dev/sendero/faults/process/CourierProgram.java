package dev.sendero.faults.process;

import dev.sendero.api.Topics;
import dev.sendero.cli.process.Providers;
import dev.sendero.courier.Courier;
import dev.sendero.courier.CourierParts;
import dev.sendero.courier.CourierSettings;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.courier.SendingHours;
import dev.sendero.courier.mailbox.DevMailboxConnector;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** A courier and nothing else, put together as {@code sendero up} does it, on a PostgreSQL database that several may share. */
final class CourierProgram {

    /** What it says when it has begun. */
    static final String READY = "courier is ready";

    private CourierProgram() {}

    /** @param arguments the project's folder, the brokers, the name of the instance, the database, seconds of its lease */
    public static void main(String[] arguments) throws Exception {
        Project project = ProjectReader.read(ProjectFolder.load(Path.of(arguments[0])));
        String servers = arguments[1];
        InstantSource clock = InstantSource.system();
        // The key is that of tests: nobody is erased here.
        Database store = Database.postgres(
                arguments[3], "postgres", "postgres", Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]));
        var hours = SendingHours.of(project.settings());
        var parts = new CourierParts(
                new SqlLedger(store),
                new SqlSuppressions(store),
                new SqlConsentLog(store),
                new SqlErasures(store),
                () -> hours,
                new LiquidRenderer(),
                DevMailboxConnector.besides(
                        Providers.connectors(project.settings().channels(), System.getenv(), Optional.empty(), clock),
                        new SqlMailbox(store),
                        clock),
                new KafkaReceiptSink(servers, Topics.DEFAULT.events()),
                Optional.empty(),
                clock,
                new Random());
        var usual = CourierSettings.of(servers, arguments[2]);
        var settings = new CourierSettings(
                usual.bootstrapServers(),
                usual.topics(),
                usual.group(),
                usual.instance(),
                Duration.ofSeconds(Long.parseLong(arguments[4])),
                usual.groupSize(),
                usual.callsAtOnce(),
                project.settings().sending().calls());
        var courier = new Courier(settings, parts);
        Runtime.getRuntime().addShutdownHook(new Thread(courier::close, "close"));
        courier.start();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
