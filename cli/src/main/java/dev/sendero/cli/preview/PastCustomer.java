package dev.sendero.cli.preview;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.cli.backtest.CustomerEvents;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.backtest.JourneysOfHistory;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import dev.sendero.core.Inspection;
import dev.sendero.core.JourneySet;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A customer out of a history, as a backtest has her: with the messages that the journeys, as the files say them now,
 * would have sent her, and with the profile that she has after the newest event.
 */
record PastCustomer(CustomerEvents past) implements KnownCustomer {

    private static final int MOST_MESSAGES = 20;

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** The newest message first, and behind the messages who she has become. */
    @Override
    public List<Sample> samples(Previewed previewed, Project project, Sample situation) {
        var samples = new ArrayList<Sample>();
        List<Message> sent = messages(project, Instant.MAX).stream()
                .filter(message -> previewed.isSaidBy(message, project))
                .toList();
        for (int at = sent.size() - 1; at >= 0 && samples.size() < MOST_MESSAGES; at--) {
            samples.add(sampleOf(sent.get(at), project));
        }
        samples.add(atTheEnd(project, samples.isEmpty() ? situation : samples.get(0)));
        return samples;
    }

    private List<Message> messages(Project project, Instant until) {
        var sent = new ArrayList<Message>();
        HistoryReplay.of(journeys(project, until), until).run(past.events().iterator(), effect -> {
            if (effect instanceof Effect.Send send) {
                sent.add(send.message());
            }
        });
        return sent;
    }

    private JourneySet journeys(Project project, Instant until) {
        return JourneySet.of(
                project.settings(),
                JourneysOfHistory.inForce(JourneySelection.runnable(project), until, past.newest()),
                CepDetectors.asChosen());
    }

    private Sample sampleOf(Message message, Project project) {
        return new Sample(
                past.customer() + " on " + inWords(message.at(), project) + ", " + message.journey() + "/"
                        + message.step(),
                past.customer(),
                recipient(message, project),
                CustomerLinks.SAMPLE.variables(message),
                Previewed.linksOf(message, project));
    }

    /** The profile's address, or the one that the step names instead. */
    private static String recipient(Message message, Project project) {
        Content content = project.contents().get(message.content());
        if (content == null || content.to().isEmpty()) {
            return message.to();
        }
        try {
            return new LiquidRenderer()
                    .render(content, message.to(), CustomerLinks.SAMPLE.variables(message))
                    .to();
        } catch (RenderFailure notRendered) {
            return message.to();
        }
    }

    private Sample atTheEnd(Project project, Sample situation) {
        return situation.of(
                past.customer() + " as of " + inWords(past.newest(), project), past.customer(), profile(project));
    }

    private Map<String, Object> profile(Project project) {
        JourneySet journeys = journeys(project, past.newest());
        CustomerState state = HistoryReplay.of(journeys, past.newest())
                .watch(past.events().iterator(), (input, after, effects) -> {});
        return new Inspection(journeys).at(past.newest(), state).profileMap();
    }

    private static String inWords(Instant at, Project project) {
        ZoneId zone = project.settings().zone();
        return TO_THE_MINUTE.format(at.atZone(zone));
    }
}
