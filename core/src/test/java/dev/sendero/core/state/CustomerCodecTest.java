package dev.sendero.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.message.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CustomerCodecTest {

    private static final Path SNAPSHOT = Path.of("src/test/resources/dev/sendero/core/state/customer-version-1.bin");

    /** Something of everything. Never changed: the snapshot of version 1 is of this. */
    private static Customer version1() {
        var version = new JourneyVersion(new JourneyId("cart"), "0a1b2c3d");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("text", "Lampe für Zoë");
        properties.put("yes", true);
        properties.put("no", false);
        properties.put("whole", -7L);
        properties.put("decimal", 35.5);
        properties.put("list", List.of("a", List.of(1L), Map.of("b", 2L)));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", "Product Added");
        event.put("timestamp", "2026-03-01T10:00:00Z");
        event.put("properties", properties);
        var customer = new Customer(new CustomerId("ada"));
        customer.moveTo(new Position(1_772_359_200_000L, "m1"));
        customer.nextDeadline(1_772_362_800_000L);
        customer.change(new Profile(
                Map.of("email", "ada@example.com"),
                Map.of("offers", new Consent(Set.of(Channel.EMAIL), Set.of(Channel.SMS))),
                1_772_359_100_000L,
                Long.MIN_VALUE));
        customer.add(new InheritedPartial(
                version,
                "c1",
                1,
                0,
                "m1",
                1_772_359_200_000L,
                "m1",
                new Position(1_772_359_200_000L, "m1"),
                Map.of("added", event),
                event,
                1_772_362_800_000L));
        customer.add(new InheritedPartial(
                version, "", 2, 1, "m0", 0, "m1", Position.ofDeadline(5), Map.of(), Map.of(), Deadline.NEVER));
        customer.add(Run.begun(new RunId("run-1"), version, "c1", 7, Map.of("trigger", event))
                .waitingAt(3, 99)
                .heldBack(true));
        customer.add(Run.begun(new RunId("run-2"), version, "", 8, Map.of())
                .afterConversion()
                .ended(Map.of(), 100));
        customer.add(new Entry(new JourneyId("cart"), "c1", 7));
        return customer;
    }

    private static byte[] bytesOf(Customer customer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        CustomerCodec.write(customer, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Customer restored(byte[] bytes) throws IOException {
        return CustomerCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** What is saved does not say who it is. */
    private static Customer known(Customer customer) {
        customer.belongsTo(new CustomerId("ada"));
        return customer;
    }

    @Test
    void a_state_is_restored_as_it_was() throws IOException {
        assertThat(known(restored(bytesOf(version1())))).isEqualTo(version1());
    }

    @Test
    void a_state_that_version_1_has_written_is_restored() throws IOException {
        assertThat(restored(Files.readAllBytes(SNAPSHOT))).isEqualTo(version1());
    }

    @Test
    void a_fresh_state_is_restored_as_it_was() throws IOException {
        var fresh = new Customer(new CustomerId("ada"));

        assertThat(known(restored(bytesOf(fresh)))).isEqualTo(fresh);
    }

    @Test
    void nothing_is_read_beyond_the_state() throws IOException {
        var bytes = new ByteArrayOutputStream();
        CustomerCodec.write(version1(), new DataOutputStream(bytes));
        bytes.write(42);
        var input = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        CustomerCodec.read(input);

        assertThat(input.read()).isEqualTo(42);
    }

    private static final Path SNAPSHOT_2 = Path.of("src/test/resources/dev/sendero/core/state/customer-version-2.bin");

    /** Something of everything that version 2 has besides. Never changed: the snapshot of version 2 is of this. */
    private static Customer version2() {
        Customer customer = version1();
        var partial = new Partial(0x1234_5678_9ABC_DEF0L, "c1", 35.5, null, "m0", 1_772_359_190_000L);
        partial.stand(2, 1, "0b5c6f0e-8f5a-4d7e-9a3b-2c1d0e9f8a7b", 1_772_359_195_000L, false);
        partial.fired(60_000);
        partial.pass(5_000);
        partial.captured(Map.of("0", Map.of("name", "Product Added", "timestamp", "2026-03-01T10:00:00Z")));
        partial.trigger(Map.of("properties", Map.of("price", 35.5)));
        partial.deadline(1_772_362_800_000L);
        var silence = new Partial(
                -7,
                "",
                Partial.NO_VALUE,
                new JourneyVersion(new JourneyId("quiet"), "0a1b2c3d"),
                "m1",
                1_772_359_200_000L);
        silence.stand(0, 0, "m1", 1_772_359_200_000L, true);
        customer.partials().add(partial, Station.NOWHERE);
        customer.partials().add(silence, Station.NOWHERE);
        customer.keep(new Hosted(new JourneyVersion(new JourneyId("cep"), "1"), new byte[] {1, 2, 3}, 77));
        customer.add(Run.begun(
                        new RunId("0123456789abcdef01234567"),
                        new JourneyVersion(new JourneyId("cart"), "0a1b2c3d"),
                        "",
                        9,
                        Map.of())
                .goingOn(0, Deadline.NEVER));
        return customer;
    }

    @Test
    void a_state_of_version_2_is_restored_as_it_was() throws IOException {
        assertThat(known(restored(bytesOf(version2())))).isEqualTo(version2());
    }

    @Test
    void a_state_that_version_2_has_written_is_restored() throws IOException {
        assertThat(known(restored(Files.readAllBytes(SNAPSHOT_2)))).isEqualTo(version2());
    }

    private static final Path SNAPSHOT_OF_REACH =
            Path.of("src/test/resources/dev/sendero/core/state/customer-version-3-reach.bin");

    /** With a dead address, and a run that remembers what happened. Never changed: the snapshot is of this. */
    private static Customer reached() {
        Customer customer = version2();
        customer.change(customer.profile().withSuppressed(Set.of(Channel.EMAIL, Channel.PUSH)));
        Run run = customer.runs().get(0);
        customer.replace(run.marking(Map.of(
                "step mail", 1_772_359_200_000L, "arm w 0 Order", Map.of("at", 7L, "event", Map.of("name", "Order")))));
        return customer;
    }

    @Test
    void a_state_with_a_dead_address_and_marks_is_restored_as_it_was() throws IOException {
        assertThat(known(restored(bytesOf(reached())))).isEqualTo(reached());
    }

    @Test
    void a_state_with_a_dead_address_and_marks_that_version_3_has_written_is_restored() throws IOException {
        assertThat(known(restored(Files.readAllBytes(SNAPSHOT_OF_REACH)))).isEqualTo(reached());
    }

    private static final Path SNAPSHOT_OF_TIME =
            Path.of("src/test/resources/dev/sendero/core/state/customer-version-3-time.bin");

    /** With a run that waits for a time, a message that counts and a day that has come. Never changed: the snapshot is of this. */
    private static Customer timed() {
        Customer customer = version2();
        customer.add(Run.begun(
                        new RunId("0123456789abcdef01234568"),
                        new JourneyVersion(new JourneyId("morning"), "0a1b2c3d"),
                        "",
                        9,
                        Map.of())
                .restingAt(2, 1_772_359_200_000L, 1_772_362_800_000L)
                .marking(Map.of("step nudge", 1_772_359_100_000L)));
        customer.add(new Sent(1_772_359_200_000L, Channel.SMS, "offers"));
        customer.remember(new Occasion(new JourneyId("birthday"), 20_513));
        return customer;
    }

    @Test
    void a_state_with_what_time_brings_is_restored_as_it_was() throws IOException {
        assertThat(known(restored(bytesOf(timed())))).isEqualTo(timed());
    }

    @Test
    void a_state_with_what_time_brings_that_version_3_has_written_is_restored() throws IOException {
        assertThat(known(restored(Files.readAllBytes(SNAPSHOT_OF_TIME)))).isEqualTo(timed());
    }

    private static final Path SNAPSHOT_OF_TRAITS =
            Path.of("src/test/resources/dev/sendero/core/state/customer-version-3-traits.bin");

    /** With what is kept for traits and segments. Never changed: the snapshot is of this. */
    private static Customer computed() {
        Customer customer = version2();
        customer.tallies(List.of(
                new Tally(
                        0x0123_4567_89AB_CDEFL,
                        List.of(
                                new Slot(1_772_359_100_000L, Slot.NO_VALUE, BigDecimal.ONE),
                                new Slot(1_772_359_200_000L, "lamps", new BigDecimal("10.05")))),
                new Tally(-1, List.of())));
        customer.counted(CountedEvents.NONE
                .and(CountedEvents.hashOf("m1"))
                .and(CountedEvents.hashOf("0b5c6f0e-8f5a-4d7e-9a3b-2c1d0e9f8a7b")));
        customer.memberships(List.of(new Membership(7, true), new Membership(-8, false)));
        return customer;
    }

    @Test
    void a_state_with_traits_and_segments_is_restored_as_it_was() throws IOException {
        assertThat(known(restored(bytesOf(computed())))).isEqualTo(computed());
    }

    @Test
    void a_state_with_traits_and_segments_that_version_3_has_written_is_restored() throws IOException {
        assertThat(known(restored(Files.readAllBytes(SNAPSHOT_OF_TRAITS)))).isEqualTo(computed());
    }

    @Test
    void a_state_of_an_unknown_version_is_refused() {
        assertThatThrownBy(() -> restored(new byte[] {9}))
                .isInstanceOf(IOException.class)
                .hasMessage("version of a customer's state: 9 (expected: 1 to 3)");
    }

    @Test
    void a_state_that_ends_in_the_middle_is_refused() throws IOException {
        byte[] bytes = bytesOf(version2());

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> restored(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_copy_is_independent() {
        var customer = version1();
        var copy = customer.copy();

        customer.partials().clear();
        customer.forgetRuns(run -> true);
        customer.forgetEntries(entry -> true);
        customer.change(Profile.EMPTY);
        customer.moveTo(Position.ofDeadline(Long.MAX_VALUE));

        assertThat(copy).isEqualTo(version1());
    }

    @Test
    void a_customer_with_one_partial_situation_is_few_bytes() throws IOException {
        String event = "0b5c6f0e-8f5a-4d7e-9a3b-2c1d0e9f8a7b";
        long now = 1_772_359_200_000L;
        var partial = new Partial(0x1234_5678_9ABC_DEF0L, "cart-17", 35.99, null, event, now);
        partial.goOn(event, now);
        partial.deadline(now + 3_600_000);
        var customer = new Customer(new CustomerId("user-12345678"));
        customer.moveTo(now, event);
        customer.nextDeadline(now + 3_600_000);
        customer.partials().add(partial, Station.NOWHERE);

        assertThat(bytesOf(customer).length).isLessThan(80);
    }
}
