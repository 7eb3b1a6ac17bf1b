package dev.sendero.cli.explain;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.query.CustomerView;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A running Sendero, as far as it tells of customers. */
final class RunningSystem {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;

    private RunningSystem(URI address) {
        this.address = address;
    }

    /**
     * @param address of its console; {@code http://} may be left out
     * @throws CommandFailure when it is no address
     */
    static RunningSystem at(String address) {
        try {
            var uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return new RunningSystem(uri);
            }
        } catch (URISyntaxException malformed) {
            // It is said below, as of other addresses that are none.
        }
        throw CommandFailure.usage(
                "--at: '" + address + "' is no address", "name that of the console, such as http://localhost:8484");
    }

    /**
     * What has been decided about a customer.
     *
     * @throws CommandFailure when nobody answers there, or not so, or nothing is known of the customer
     */
    CustomerView customer(String id) {
        CustomerView view = read(ask("/api/customer?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
        if (view.decisions().isEmpty() && view.deliveries().isEmpty()) {
            throw CommandFailure.usage(
                    address + ": nothing has been decided about a customer '" + id + "'",
                    "ids are compared letter by letter; why nothing began, a history tells: sendero explain DIR"
                            + " --events FILE --customer " + id);
        }
        return view;
    }

    private HttpResponse<byte[]> ask(String question) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address.resolve(question))
                                    .timeout(PATIENCE)
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException silent) {
            throw CommandFailure.environment(
                            address + ": nobody answers there",
                            "is 'sendero up' running? It says where its console is; that is the address")
                    .causedBy(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.environment("interrupted while " + address + " was asked", "")
                    .causedBy(stopped);
        }
    }

    private CustomerView read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw strange("it answers " + answer.statusCode());
        }
        try {
            return WireJson.read(answer.body(), CustomerView.class);
        } catch (MalformedJson other) {
            throw strange("it answers something else");
        }
    }

    private CommandFailure strange(String what) {
        return CommandFailure.environment(
                address + ": it does not tell of customers: " + what,
                "name the console of a Sendero of this version, by localhost: one that other machines reach keeps"
                        + " customers to itself");
    }
}
