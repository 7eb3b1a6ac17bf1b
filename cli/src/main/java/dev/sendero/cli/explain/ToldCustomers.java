package dev.sendero.cli.explain;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.running.RunningSystem;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.query.CustomerView;
import java.net.http.HttpResponse;

/** What a running Sendero tells of customers. */
record ToldCustomers(RunningSystem system) {

    /**
     * What has been decided about a customer.
     *
     * @throws CommandFailure when nobody answers there, or not so, or nothing is known of the customer
     */
    CustomerView customer(String id) {
        CustomerView view = read(system.get("/api/customer?id=" + RunningSystem.encoded(id)));
        if (view.decisions().isEmpty() && view.deliveries().isEmpty()) {
            throw CommandFailure.usage(
                    system + ": nothing has been decided about a customer '" + id + "'",
                    "ids are compared letter by letter; why nothing began, a history tells: sendero explain DIR"
                            + " --events FILE --customer " + id);
        }
        return view;
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
                system + ": it does not tell of customers: " + what,
                "name the console of a Sendero of this version, by localhost: one that other machines reach keeps"
                        + " customers to itself");
    }
}
