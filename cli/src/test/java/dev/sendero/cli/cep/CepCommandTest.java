package dev.sendero.cli.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CepCommandTest {

    private static final Path SHOP = Path.of("../examples/shop");

    @TempDir
    Path folder;

    @Test
    void all_triggers_of_the_example_shop_are_printed() {
        var run = CommandRun.of("cep", SHOP);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Golden.assertMatches("cep-shop", run.out());
    }

    @Test
    void every_kind_of_item_is_printed() {
        Golden.assertMatches("cep-kinds", CommandRun.of("cep", kinds()).out());
    }

    @Test
    void what_is_printed_compiles_against_flink() throws IOException {
        for (Path project : List.of(SHOP, kinds())) {
            Path file = folder.resolve("JourneyPatterns.java");
            assertThat(CommandRun.of("cep", project, "--out", file).out()).isEmpty();

            assertThat(complaintsAbout(file)).isEmpty();
            assertThat(Files.readString(file))
                    .isEqualTo(CommandRun.of("cep", project).out());
        }
    }

    @Test
    void one_journey_may_be_named() {
        assertThat(CommandRun.of("cep", SHOP, "--journey", "win-back").out())
                .contains("winBack(")
                .doesNotContain("abandonedCart(");
        assertThat(CommandRun.of("cep", SHOP, "--journey", "winback").err())
                .contains("no journey 'winback'")
                .contains("did you mean 'win-back'");
    }

    @Test
    void a_project_with_errors_is_refused_with_its_problems() {
        TryProject.in(folder).with("journeys/sale.yaml", "journey: sale\n");

        var run = CommandRun.of("cep", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[");
    }

    private Path kinds() {
        TryProject.in(folder)
                .with("journeys/kinds.yaml", """
                        journey: kinds
                        trigger:
                          sequence:
                            - event: Product Added
                              as: added
                              times: 2
                              where: event.properties.name != "a \\"quoted\\" name"
                            - none_of: [Order Completed, { event: Product Added, where: event.properties.price > 3 }]
                              for: 90s
                            - any_of: [Cart Viewed, { event: Product Viewed, where: event.properties.price > added.properties.price }]
                              within: 3h
                            - event: Checkout Started
                              times: 2
                            - none_of: [Order Completed]
                              for: 1d
                          within: 2w
                          per: { property: cart_id, except: { Order Completed: checkout_id } }
                        steps: []
                        """)
                .with("journeys/2-silent.yaml", """
                        journey: 2-silent
                        trigger: { inactive: { for: 30d, events: any } }
                        steps: []
                        """)
                .with("journeys/stages.yaml", """
                        journey: stages
                        trigger:
                          cep:
                            - group:
                                - event: Product Viewed
                                  as: viewed
                                  where: event.properties.price > 3
                                - not_next: Order Completed
                                - next: [Product Added, { event: Cart Viewed, where: event.properties.items > 1 }]
                                  times: { from: 2, to: 3 }
                                  between: next
                                  greedy: true
                              times: 2
                            - followed_by_any: Checkout Started
                              as: checkout
                              times: { from: 2 }
                              between: followed_by_any
                              until: [Cart Emptied]
                            - next:
                                group: [{ event: Coupon Shown }, { followed_by_any: Coupon Used, times: one_or_more, optional: true }]
                              optional: true
                            - event: Page Viewed
                            - not_followed_by: [Order Completed]
                          within: 1d
                          per: { property: cart_id, except: { Order Completed: checkout_id } }
                          after_match: { skip_to_last: checkout }
                        steps: []
                        """)
                .with("journeys/skipping.yaml", """
                        journey: skipping
                        trigger:
                          cep: [{ event: Seen, times: one_or_more, until: { where: event.properties.price > 3 } }, { next: Bought }]
                          after_match: skip_past_last
                        steps: []
                        """)
                .with("journeys/in-time.yaml", """
                        journey: in-time
                        trigger: { sequence: [{ event: Seen }, { event: Bought }], within: 1h }
                        steps: []
                        """);
        return folder;
    }

    private String complaintsAbout(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of(
                                    "-Xlint:all",
                                    "-Xlint:-serial",
                                    "-d",
                                    folder.resolve("classes").toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
        }
        return complaints.toString();
    }
}
