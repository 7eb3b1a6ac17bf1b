package dev.sendero.cli.explain;

import dev.sendero.cli.running.RunningSystem;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.query.CustomerView;

/** What a running Sendero tells of customers. */
record ToldCustomers(RunningSystem system) {

    /**
     * What has been decided about a customer.
     *
     * @throws CommandFailure when nobody answers there, or not so, or nothing is known of the customer
     */
    CustomerView customer(String id) {
        CustomerView view =
                system.ask("/api/customer?id=" + RunningSystem.encoded(id), CustomerView.class, this::strange);
        if (view.decisions().isEmpty() && view.deliveries().isEmpty()) {
            throw CommandFailure.usage(
                    system + ": nothing has been decided about a customer '" + id + "'",
                    "ids are compared letter by letter; why nothing began, a history tells: sendero explain DIR"
                            + " --events FILE --customer " + id);
        }
        return view;
    }

    private CommandFailure strange(String what) {
        return CommandFailure.environment(
                system + ": it does not tell of customers: " + what,
                "name the console of a Sendero of this version, by localhost: one that other machines reach keeps"
                        + " customers to itself");
    }
}
