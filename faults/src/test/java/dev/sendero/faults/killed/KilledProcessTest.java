package dev.sendero.faults.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.MessageId;
import dev.sendero.cli.demo.DemoShop;
import dev.sendero.faults.load.Batches;
import dev.sendero.faults.process.UpProcess;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.store.Database;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process killed in the middle of a run of 50,000 events, and started again. */
@Tag("slow")
class KilledProcessTest {

    private static final int EVENTS = 50_000;
    private static final int BATCH = 250;
    private static final int KILLS = 3;
    private static final long SEED = Long.getLong("sendero.seed", 20_260_302);
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void every_message_is_in_the_ledger_once_and_none_is_lost() throws Exception {
        Path shop = folder.resolve("shop");
        DemoShop.copyProjectTo(shop);
        Project project = ProjectReader.read(ProjectFolder.load(shop));
        List<Event> events = DemoShop.events(SEED, START, EVENTS);
        Instant end = events.get(events.size() - 1).timestamp().plus(Duration.ofDays(400));
        SortedSet<MessageId> expected = Decisions.of(project, events, end).messages();

        var restarts = new ArrayList<Duration>();
        try (var up = new UpProcess(shop, folder.resolve("up.log"), Map.of(), "--clock", "events")) {
            restarts.add(up.start());
            post(up, Batches.of(events, BATCH), restarts);
            postTheEndOfTime(up, end);
            awaitMessages(shop, expected.size());
            up.stop();
        }

        List<LedgerEntry> ledger = ledger(shop);
        var found = new TreeSet<MessageId>();
        ledger.forEach(entry -> found.add(entry.message().id()));
        print(expected, ledger, found, restarts);
        assertThat(found).isEqualTo(expected);
        assertThat(ledger).hasSameSizeAs(expected);
        assertThat(ledger).extracting(LedgerEntry::state).containsOnly(MessageState.SENT, MessageState.CANCELLED);
    }

    private static void post(UpProcess up, List<String> batches, List<Duration> restarts) {
        var random = new Random(SEED);
        var killBefore = new TreeSet<Integer>();
        while (killBefore.size() < KILLS) {
            killBefore.add(random.nextInt(batches.size() / 10, batches.size() - 1));
        }
        for (int number = 0; number < batches.size(); number++) {
            if (killBefore.contains(number)) {
                // A batch is on its way while the process dies: its sender hears nothing and sends it again.
                var dying = new Thread(() -> {
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(30)).toNanos());
                    up.kill();
                });
                dying.start();
                up.post(batches.get(number));
                join(dying);
                restarts.add(up.start());
            }
            postUntilTaken(up, batches.get(number));
        }
    }

    private static void postUntilTaken(UpProcess up, String batch) {
        Awaitility.await("the batch is taken")
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .until(() -> up.post(batch));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One event of somebody else, long after all others, lets every deadline pass. */
    private static void postTheEndOfTime(UpProcess up, Instant end) {
        var last = Event.track(new EventId("end"), "Time Passed", new CustomerId("clock"), end, Map.of());
        postUntilTaken(up, Batches.body(List.of(last)));
    }

    private static void awaitMessages(Path shop, int expected) {
        try (var database = Database.sqlite(shop.resolve(".sendero/store.db"))) {
            var ledger = new SqlLedger(database);
            Awaitility.await("all messages have come to an end")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> ledger.counts().stream()
                                    .filter(count -> count.state() == MessageState.SENT
                                            || count.state() == MessageState.CANCELLED)
                                    .mapToLong(count -> count.count())
                                    .sum()
                            >= expected);
        }
    }

    private static List<LedgerEntry> ledger(Path shop) {
        var entries = new ArrayList<LedgerEntry>();
        try (var database = Database.sqlite(shop.resolve(".sendero/store.db"))) {
            new SqlLedger(database).export(entries::add);
        }
        return entries;
    }

    private static void print(
            SortedSet<MessageId> expected,
            List<LedgerEntry> ledger,
            SortedSet<MessageId> found,
            List<Duration> restarts) {
        var states = new EnumMap<MessageState, Integer>(MessageState.class);
        ledger.forEach(entry -> states.merge(entry.state(), 1, Integer::sum));
        var lost = new TreeSet<>(expected);
        lost.removeAll(found);
        var unexpected = new TreeSet<>(found);
        unexpected.removeAll(expected);
        System.out.printf(
                "kill -9 of the process, %d times, seed %d: %d events, %d messages expected, %d lost, %d repeated,"
                        + " %d unexpected, states %s, starts in %s ms%n",
                KILLS,
                SEED,
                EVENTS,
                expected.size(),
                lost.size(),
                ledger.size() - found.size(),
                unexpected.size(),
                states,
                restarts.stream().map(Duration::toMillis).toList());
    }
}
