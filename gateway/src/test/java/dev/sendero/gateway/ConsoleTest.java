package dev.sendero.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sendero.api.CustomerId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.store.mailbox.MailboxEntry;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> foreignRequests = new ArrayList<>();
    private RunningGateway running;
    private Page page;

    @BeforeAll
    static void launch() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), Chromium.HOW_TO_GET_IT);
        chromium = new Chromium(executable.orElseThrow());
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        running = new RunningGateway();
        page = chromium.browser().newPage();
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(running.address())) {
                foreignRequests.add(request.url());
            }
        });
        // What the page's policy forbids is announced, and fails before it leaves the browser.
        page.onRequestFailed(request -> {
            if (request.failure().equals("csp")) {
                foreignRequests.remove(request.url());
            }
        });
    }

    @AfterEach
    void close() {
        page.close();
        running.close();
        assertThat(complaints).as("errors in the page").isEmpty();
        assertThat(foreignRequests).as("requests to other hosts").isEmpty();
    }

    @Test
    void journeys_are_drawn_and_their_numbers_rise_while_one_looks() {
        running.board.show("Casa Clara", ZoneOffset.UTC, "EUR", Map.of(), ShopJourneys.all(), List.of());
        page.navigate(running.address() + "/");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Abandoned cart")))
                .isVisible();
        assertThat(page.locator(".journey-card")).hasCount(3);
        assertThat(page.locator(".node")).hasCount(11);
        assertThat(page.locator(".node.trigger .node-count")).hasText("0");

        running.facts.write(new ShopFacts(ShopJourneys.ABANDONED_CART, RunningGateway.NOW)
                .enters("ada")
                .sends("reminder")
                .reaches("came-back")
                .enters("grace")
                .sends("reminder")
                .reaches("came-back")
                .takes("came-back", "clicked reminder")
                .exits("2.1.1", "came back")
                .converts("64.00")
                .list());

        assertThat(page.locator(".node.trigger .node-count")).hasText("2");
        assertThat(page.locator(".node.wait-until .node-waiting")).hasText("1 here");
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("Value")))
                .containsText("€64.00");
        assertThat(page.locator(".chart canvas")).isVisible();
    }

    @Test
    void a_broken_save_is_shown_with_its_line_and_the_way_out() {
        running.board.show("Casa Clara", ZoneOffset.UTC, "EUR", Map.of(), ShopJourneys.all(), List.of());
        page.navigate(running.address() + "/journeys/welcome");
        assertThat(page.locator(".node")).hasCount(5);

        running.board.refuse(List.of(new Problem(
                ProblemCode.UNKNOWN_KEY,
                Severity.ERROR,
                new Place("journeys/welcome.yaml", 3, 5, 5),
                "unknown key 'stpes'",
                "    stpes:",
                "did you mean 'steps'?")));

        Locator banner = page.getByRole(AriaRole.ALERT);
        assertThat(banner).containsText("The version before keeps running.");
        assertThat(banner).containsText("journeys/welcome.yaml:3:5");
        assertThat(banner.locator("mark")).hasText("stpes");
        assertThat(banner).containsText("did you mean 'steps'?");
    }

    @Test
    void an_empty_console_says_what_to_do() {
        page.navigate(running.address() + "/journeys");
        assertThat(page.locator(".empty-state")).containsText("journeys/welcome.yaml");

        page.navigate(running.address() + "/mailbox");
        assertThat(page.locator(".empty-state")).containsText("/v1/track");
    }

    @Test
    void a_mail_arrives_while_one_looks_and_neither_runs_nor_loads_anything() {
        page.navigate(running.address() + "/mailbox");
        assertThat(page.locator(".empty-state")).isVisible();

        running.mailbox.put(mail(
                "m1",
                new Rendered.Email(
                        "ada@example.com",
                        "Casa Clara <hello@casaclara.example>",
                        "Ada, <b>your</b> cart",
                        "Still yours",
                        "Hi",
                        "<p>Hello Ada</p><script>parent.document.title='owned'</script>"
                                + "<img src='https://tracker.example/pixel.png'>")));

        assertThat(page.locator(".email-head h1")).hasText("Ada, <b>your</b> cart");
        assertThat(page.frameLocator(".device iframe").getByText("Hello Ada")).isVisible();
        assertThat(page).hasTitle("Mailbox · Sendero");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phone"))
                .click();
        assertThat(page.locator(".device.phone")).isVisible();
    }

    @Test
    void messages_of_every_channel_are_found_and_shown_in_their_own_way() {
        running.mailbox.put(mail("m1", new Rendered.Sms("+34600", "Your lamp is here")));
        running.mailbox.put(mail("m2", new Rendered.Slack("#vip-desk", "*ada* left <script>x</script>")));
        running.mailbox.put(
                mail("m3", new Rendered.Webhook("https://crm.example/x", "{\"a\":1}", java.util.Map.of("k", "v"))));
        page.navigate(running.address() + "/mailbox");
        assertThat(page.locator(".mail-row")).hasCount(3);
        assertThat(page.locator(".webhook-call pre")).containsText("\"a\": 1");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slack"))
                .click();
        assertThat(page.locator(".mail-row")).hasCount(1);
        assertThat(page.locator(".slack-text b")).hasText("ada");
        assertThat(page.locator(".slack-text script")).hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All"))
                .click();
        page.getByLabel("Search messages").fill("LAMP");
        assertThat(page.locator(".mail-row")).hasCount(1);
        page.locator(".mail-row").click();
        assertThat(page.locator(".bubble")).hasText("Your lamp is here");
    }

    @Test
    void notifications_and_changes_of_the_crm_are_shown_as_such() {
        running.mailbox.put(
                mail("m1", new Rendered.Push("token", "Your cart", "It <b>waits</b>", "https://shop.example")));
        running.mailbox.put(mail("m2", new Rendered.Crm("ada", "contact", "{\"lifecycle\":\"at-risk\"}")));

        page.navigate(running.address() + "/mailbox/m1");
        assertThat(page.getByText("It <b>waits</b>").last()).isVisible();
        assertThat(page.getByText("Opens https://shop.example")).isVisible();
        page.navigate(running.address() + "/mailbox/m2");
        assertThat(page.getByText("\"at-risk\"").last()).isVisible();
        assertThat(page.locator(".webhook-line")).hasText("contact ada");
    }

    private static MailboxEntry mail(String id, Rendered content) {
        return new MailboxEntry(
                0,
                new MessageId(id),
                ShopJourneys.ABANDONED_CART,
                new RunId("run"),
                new StepId("reminder"),
                new CustomerId("ada"),
                "offers",
                RunningGateway.NOW,
                content);
    }
}
