package dev.sendero.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails in the store is logged by those who asked, so it must not carry what it was asked to keep. */
class DiscreetFailureTest {

    private static final String INSERT =
            "INSERT INTO suppression (channel, address, reason, at_millis) VALUES ('email', ?, 'bounced', 1)";

    @ParameterizedTest
    @EnumSource
    void a_statement_that_fails_does_not_say_with_which_values(TestDatabase kind) {
        Database database = kind.emptied();
        database.write(handle -> handle.execute(INSERT, "ada@example.com"));

        assertDiscreet(catchThrowable(() -> database.write(handle -> handle.execute(INSERT, "ada@example.com"))));
    }

    @ParameterizedTest
    @EnumSource
    void nor_do_many_in_one(TestDatabase kind) {
        Database database = kind.emptied();

        assertDiscreet(catchThrowable(() -> database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            batch.add("ada@example.com").add("ada@example.com");
            return batch.execute().length;
        })));
    }

    private static void assertDiscreet(Throwable failure) {
        var told = new StringWriter();
        failure.printStackTrace(new PrintWriter(told));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException first) {
                for (SQLException next = first.getNextException(); next != null; next = next.getNextException()) {
                    next.printStackTrace(new PrintWriter(told));
                }
            }
        }
        assertThat(told.toString()).containsIgnoringCase("unique").doesNotContain("ada@example.com");
    }
}
