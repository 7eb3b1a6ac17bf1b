package dev.sendero.gateway;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Hash;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Messages of customers whom no other test has. */
final class TestMessages {

    private TestMessages() {}

    static Message of(String test) {
        String name = Hash.of(12, test);
        return message("m-" + name, Channel.EMAIL, name, name + "@example.com");
    }

    /** To the same customer. */
    static Message sms(Message email) {
        String name = email.customer().value();
        return message("sms-" + name, Channel.SMS, name, "+34" + name);
    }

    private static Message message(String id, Channel channel, String customer, String to) {
        return new Message(
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId("run-" + id),
                new StepId("reminder"),
                channel,
                new CustomerId(customer),
                RunningGateway.NOW,
                to,
                "offers",
                new ContentId("content"),
                Map.of(),
                Instant.MAX);
    }

    /** What is answered to who calls the machine by another name, which the JDK's client does not let one say. */
    static int statusWithHost(int port, String path, String host) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.split(" ")[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
