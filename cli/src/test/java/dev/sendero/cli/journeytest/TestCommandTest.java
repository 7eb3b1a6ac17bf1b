package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    private static final String ADDS =
            "      - { at: \"10:00\", event: Product Added, properties: { name: Lamp, price: 35 } }\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() {
        TryProject.in(folder).withAbandonedCart();
    }

    @Test
    void tests_that_hold_pass() {
        var run = test("""
                  - name: a cart that is left brings a reminder and an offer
                    profile: { id: ada, traits: { phone: "+34600000001" }, consent: { offers: [sms] } }
                    arms: { holdout: false, offer: text }
                    events:
                """ + ADDS + """
                    expect:
                      - { at: "11:00", email: reminder, subject: "your Lamp waits", text: "It costs 35" }
                      - { at: "13:00", sms: nudge, text: "Still here" }
                  - name: an order while we wait ends the run
                    arms: { holdout: false, offer: text }
                    events:
                """ + ADDS + """
                      - { at: "11:30", event: Order Completed, properties: { total: 35 } }
                    expect:
                      - { at: "11:00", email: reminder }
                    expect_exit: true
                  - name: an order in time keeps the customer out
                    events:
                """ + ADDS + """
                      - { at: "10:59", event: Order Completed, properties: { total: 35 } }
                    expect_not_entered: true
                """);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("3 passed in");
    }

    @Test
    void what_somebody_does_before_the_login_counts() {
        var run = test("""
                  - name: a cart that was filled before the login
                    arms: { holdout: true }
                    events:
                      - { at: "09:30", event: Product Added, anonymous: true, properties: { name: Lamp, price: 35 } }
                      - { at: "10:00", identify: {} }
                    expect_exit: false
                    expect_not_entered: false
                    expect: []
                  - name: an order on the device after the login
                    arms: { holdout: false, offer: text }
                    events:
                      - { at: "09:30", event: Product Added, anonymous: true, properties: { name: Lamp, price: 35 } }
                      - { at: "10:00", identify: {} }
                      - { at: "10:10", event: Order Completed, anonymous: true, properties: { total: 35 } }
                    expect: []
                  - name: the reminder comes after the login
                    profile: { id: ada }
                    arms: { holdout: false, offer: desk }
                    events:
                      - { at: "09:30", event: Product Added, anonymous: true, properties: { name: Lamp, price: 35 } }
                      - { at: "10:00", identify: {} }
                      - { at: "11:00", event: Order Completed, properties: { total: 35 } }
                    expect:
                      - { at: "10:30", email: reminder, subject: "ada, your Lamp waits" }
                  - name: what was due before the login
                    arms: { holdout: false, offer: desk }
                    events:
                      - { at: "08:00", event: Product Added, anonymous: true, properties: { name: Lamp, price: 35 } }
                      - { at: "10:00", identify: {} }
                    expect_not_entered: before link
                """);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("4 passed in");
    }

    @Test
    void a_failure_shows_what_was_expected_beside_what_happened() {
        var run = test("""
                  - name: everything is wrong with this one
                    profile: { id: ada }
                    arms: { holdout: false, offer: desk }
                    events:
                """ + ADDS + """
                    expect:
                      - { at: "11:00", email: reminder, subject: "your Chair waits" }
                      - { at: "12:00", sms: nudge }
                    expect_exit: bought
                """);

        assertThat(run.exitCode()).isEqualTo(1);
        Golden.assertMatches("test-failure", run.out().replaceAll("[0-9]+ ms", "N ms"));
    }

    @Test
    void chance_that_is_not_pinned_is_an_error_that_says_how_to_pin_it() {
        var run = test("  - name: left to chance\n    events:\n" + ADDS + "    expect: []\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("arms: { holdout: false }")
                .contains("the customer reaches the split 'offer'")
                .contains("arms: { offer: text or desk }");
    }

    @Test
    void continuous_integration_gets_xml_and_programs_get_json() throws IOException {
        String tests = "  - name: \"<nothing> & no more\"\n    arms: { holdout: false, offer: desk }\n    events:\n"
                + ADDS + "    expect: []\n";
        Path report = folder.resolve("report.xml");

        test(tests, "--junit", report);
        var json = test(tests, "--format", "json");

        Golden.assertMatches(
                "test-junit",
                Files.readString(report)
                        .replaceAll("time=\"[0-9.]+\"", "time=\"T\"")
                        .replaceAll("[0-9]+ ms", "N ms"));
        Golden.assertMatches("test-json", json.out().replaceAll("\"milliseconds\":[0-9]+", "\"milliseconds\":0"));
    }

    @Test
    void a_project_without_tests_is_fine_unless_it_is_to_be_strict() {
        assertThat(CommandRun.of("test", folder).exitCode()).isZero();
        assertThat(CommandRun.of("test", folder).err()).contains("no journey tests");
        assertThat(CommandRun.of("test", folder, "--strict").exitCode()).isEqualTo(1);
    }

    private CommandRun test(String tests, Object... more) {
        TryProject.in(folder).with("tests/abandoned-cart.yaml", "journey: abandoned-cart\ntests:\n" + tests);
        var arguments = new ArrayList<Object>(List.of("test", folder));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }
}
