package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache over a real backend; the time of a customer's timer stands for all that is kept. */
@SuppressWarnings("try") // Flink says that closing its iterators may be interrupted.
class CachedCustomerStatesTest {

    private static final long CAPACITY = 20_000;
    private static final int CUSTOMERS = 500;

    private OperatorHarness task;
    private StoredCustomerStates stored;
    private CachedCustomerStates cached;

    @BeforeEach
    void open() throws Exception {
        task = OperatorHarness.started(TaskSetup.ROCKSDB);
        JourneyOperator operator = (JourneyOperator) task.flink().getOperator();
        stored = new StoredCustomerStates(operator.getKeyedStateBackend());
        cached = new CachedCustomerStates(stored, CAPACITY);
    }

    @AfterEach
    void close() throws Exception {
        task.close();
    }

    @Test
    void it_stays_within_its_bytes_and_everybody_is_kept_somewhere() throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            keep("customer-" + i, i);
            assertThat(cached.weight()).isLessThan(CAPACITY + 2_000);
        }

        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(timerOf(cached, "customer-" + i)).isEqualTo(i);
        }
    }

    @Test
    void what_has_changed_is_in_the_backend_after_a_flush() throws Exception {
        keep("ada", 1);
        keep("bob", 2);
        cached.flush();
        keep("ada", 3);
        forget("bob");
        assertThat(timerOf(stored, "ada")).isEqualTo(1);

        cached.flush();

        assertThat(timerOf(stored, "ada")).isEqualTo(3);
        assertThat(timerOf(stored, "bob")).isNull();
        assertThat(timerOf(cached, "bob")).isNull();
    }

    @Test
    void all_customers_are_named_whether_they_were_written_or_not() throws Exception {
        keep("ada", 1);
        cached.flush();
        keep("bob", 2);

        var names = new ArrayList<String>();
        try (var customers = cached.customers()) {
            customers.forEachRemaining(names::add);
        }

        assertThat(names).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void who_looks_at_everybody_once_pushes_nobody_out() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            names.add("customer-" + i);
            keep("customer-" + i, i);
        }
        cached.flush();
        long before = cached.weight();

        for (String name : names) {
            CustomerCell cell = cached.pass(name);
            assertThat(cell).isNotNull();
            cell.timers(cell.timer() + 1, CustomerCell.NO_TIMER);
            cached.keep(cell);
        }

        assertThat(cached.weight()).isEqualTo(before);
        cached.flush();
        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(timerOf(stored, "customer-" + i)).isEqualTo(i + 1);
        }
    }

    private void keep(String customer, long timer) throws Exception {
        CustomerCell known = cached.enter(customer);
        CustomerCell cell = known == null ? CustomerCell.fresh(customer) : known;
        cell.timers(timer, CustomerCell.NO_TIMER);
        cached.keep(cell);
    }

    private void forget(String customer) throws Exception {
        cached.enter(customer);
        cached.forget();
    }

    private static @Nullable Long timerOf(CustomerStates states, String customer) throws Exception {
        CustomerCell cell = states.enter(customer);
        return cell == null ? null : cell.timer();
    }
}
