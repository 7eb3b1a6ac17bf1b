package dev.sendero.cli.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.running.RunningSystem;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.http.ErasureView;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A running Sendero, as far as it erases customers. */
record ErasingSystem(RunningSystem system) {

    private static final String ERASURES = "/v1/erasures/";

    /**
     * @return the receipt
     * @throws CommandFailure when nobody answers there, or it does not erase
     */
    String erase(String id) {
        HttpResponse<byte[]> answer = system.delete("/v1/profiles?id=" + RunningSystem.encoded(id));
        if (answer.statusCode() == 202) {
            return text(answer, "receipt");
        }
        if (answer.statusCode() == 503) {
            throw CommandFailure.environment(
                    system + ": " + text(answer, "error"), "is Kafka up? Run the same command again");
        }
        throw strange("it answers " + answer.statusCode());
    }

    /** @throws CommandFailure when nobody answers there any more */
    ErasureView progress(String receipt) {
        return system.ask(ERASURES + RunningSystem.encoded(receipt), ErasureView.class, this::strange);
    }

    String whereToAsk(String receipt) {
        return system + ERASURES + receipt;
    }

    private String text(HttpResponse<byte[]> answer, String field) {
        try {
            JsonNode value = WireJson.mapper().readTree(answer.body()).path(field);
            if (value.isTextual()) {
                return value.asText();
            }
        } catch (IOException other) {
            throw strange("it answers something else");
        }
        throw strange("it answers something else");
    }

    private CommandFailure strange(String what) {
        return CommandFailure.environment(
                system + ": it does not erase customers: " + what,
                "name the console of a Sendero of this version, by localhost: one that other machines reach lets nobody"
                        + " erase");
    }
}
