package dev.sendero.cli.diff;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.JourneysOfHistory;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One of the two versions of a project. Safe for many threads. */
final class Version {

    private final Project project;
    private final HistoryReplay replay;
    private final Renderer renderer = new LiquidRenderer();
    private final AtomicLong notRendered = new AtomicLong();

    /**
     * @param journeys those that take part, all of them live
     * @param newest the time of the newest event
     */
    Version(Project project, Collection<Journey> journeys, Instant until, Instant newest) {
        this.project = project;
        this.replay = HistoryReplay.of(
                JourneySet.of(
                        project.settings(),
                        JourneysOfHistory.inForce(journeys, until, newest),
                        CepDetectors.asChosen()),
                until);
    }

    /** What one customer would have been sent, in order; nothing to whom there is only in the other version. */
    List<Sent> messagesOf(List<ReceivedEvent> events) {
        var sent = new ArrayList<Sent>();
        if (events.isEmpty()) {
            return sent;
        }
        replay.run(events.iterator(), effect -> {
            if (effect instanceof Effect.Send send) {
                sent.add(new Sent(send.message(), rendered(send.message())));
            }
            // A message counts as claimed at once, so there is nothing for Effect.Cancel to take back.
        });
        return sent;
    }

    private Optional<Rendered> rendered(Message message) {
        Content content = project.contents().get(message.content());
        if (content == null) {
            throw new IllegalStateException(
                    "content " + message.content() + ": absent (expected: among the project's contents)");
        }
        try {
            return Optional.of(renderer.render(content, message.to(), CustomerLinks.SAMPLE.variables(message)));
        } catch (RenderFailure failure) {
            notRendered.incrementAndGet();
            return Optional.empty();
        }
    }

    /** How many messages could not be rendered. */
    long notRendered() {
        return notRendered.get();
    }
}
