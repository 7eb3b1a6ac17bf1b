package dev.sendero.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What only a database with many writers must hold to. */
class PostgresqlTest {

    private final Database database = TestDatabase.POSTGRESQL.emptied();

    @Test
    void transactions_that_wait_for_each_other_are_both_done() {
        database.write(handle -> insert(handle, "a") + insert(handle, "b"));
        var bothHoldARow = new CountDownLatch(2);

        var forwards = CompletableFuture.supplyAsync(() -> raiseBoth("a", "b", bothHoldARow));
        var backwards = CompletableFuture.supplyAsync(() -> raiseBoth("b", "a", bothHoldARow));

        assertThat(forwards.join() + backwards.join()).isEqualTo(4);
        assertThat(epochs()).containsExactly(2L, 2L);
    }

    private int raiseBoth(String first, String second, CountDownLatch bothHoldARow) {
        return database.write(handle -> {
            handle.execute("SET LOCAL deadlock_timeout TO '10ms'");
            int raised = raise(handle, first);
            bothHoldARow.countDown();
            await(bothHoldARow);
            return raised + raise(handle, second);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int insert(Handle handle, String owner) {
        return handle.execute("INSERT INTO courier_life (owner, epoch) VALUES (?, 0)", owner);
    }

    private static int raise(Handle handle, String owner) {
        return handle.execute("UPDATE courier_life SET epoch = epoch + 1 WHERE owner = ?", owner);
    }

    private List<Long> epochs() {
        return database.read(handle -> handle.createQuery("SELECT epoch FROM courier_life ORDER BY owner")
                .mapTo(Long.class)
                .list());
    }
}
