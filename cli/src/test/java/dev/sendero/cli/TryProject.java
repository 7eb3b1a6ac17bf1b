package dev.sendero.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project in a folder, for commands to work on. */
public record TryProject(Path folder) {

    public static TryProject in(Path folder) {
        return new TryProject(folder).with("sendero.yaml", """
                        name: Try
                        timezone: Europe/Madrid
                        currency: EUR
                        subscription_groups:
                          offers: { title: Offers, channels: [email, sms], default: opted_out }
                        """).with("templates/left.liquid", """
                        ---
                        subject: "{{ profile.id }}, your {{ run.added.properties.name }} waits"
                        ---
                        <p>It costs {{ run.added.properties.price }}.</p>
                        """);
    }

    public TryProject with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Somebody adds a product and does nothing more for an hour. */
    public TryProject withAbandonedCart() {
        return with("journeys/abandoned-cart.yaml", """
                journey: abandoned-cart
                title: Abandoned cart
                state: draft
                trigger:
                  sequence:
                    - event: Product Added
                      as: added
                    - none_of: [Product Added, Order Completed]
                      for: 1h
                reentry: 1d
                exit:
                  - event: Order Completed
                conversion:
                  event: Order Completed
                  within: 3d
                  value: event.properties.total
                holdout: 10%
                steps:
                  - id: reminder
                    email: { template: left, to: "{{ profile.id }}@example.com", group: transactional }
                  - delay: 2h
                  - id: offer
                    random_split:
                      - name: text
                        share: 50%
                        steps:
                          - id: nudge
                            sms: { text: "Still here: {{ run.added.properties.name }}", group: offers }
                      - name: desk
                        share: 50%
                        steps:
                          - id: note
                            slack: { channel: "#desk", text: "{{ profile.id }} left {{ run.added.properties.price }}" }
                """);
    }
}
