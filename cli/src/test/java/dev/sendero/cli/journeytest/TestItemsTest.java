package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestItemsTest {

    @TempDir
    Path folder;

    @Test
    void an_event_about_an_item_reaches_the_customer_of_a_test_if_she_is_interested_by_then() {
        TryProject.in(folder)
                .withAbandonedCart()
                .with("events.yaml", """
                fan_out:
                  Back In Stock: { by: sku, to: { event: Product Viewed, over: 30d } }
                """)
                .with("journeys/back.yaml", """
                journey: back
                state: live
                trigger: { event: Back In Stock }
                steps:
                  - id: note
                    slack: { channel: "#back", text: "{{ run.trigger.properties.sku }}" }
                """)
                .with("tests/back.yaml", """
                journey: back
                tests:
                  - name: who viewed it hears of it
                    profile: { id: ada }
                    events:
                      - { at: "10:00", event: Product Viewed, properties: { sku: l1 } }
                      - { at: "+2d 10:00", event: Back In Stock, properties: { sku: l1 } }
                    expect:
                      - { at: "+2d 10:00", slack: note }
                  - name: who viewed another thing, or viewed it long ago, does not
                    profile: { id: ada }
                    events:
                      - { at: "10:00", event: Product Viewed, properties: { sku: l1 } }
                      - { at: "11:00", event: Back In Stock, properties: { sku: l2 } }
                      - { at: "+31d 10:00", event: Back In Stock, properties: { sku: l1 } }
                    expect: []
                  - name: what she viewed before she logged in counts from then on
                    profile: { id: ada }
                    events:
                      - { at: "10:00", event: Product Viewed, properties: { sku: l1 }, anonymous: true }
                      - { at: "11:00", event: Back In Stock, properties: { sku: l1 } }
                      - { at: "12:00", event: Signed In }
                      - { at: "13:00", event: Back In Stock, properties: { sku: l1 } }
                    expect:
                      - { at: "13:00", slack: note }
                """);

        var run = CommandRun.of("test", folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }
}
