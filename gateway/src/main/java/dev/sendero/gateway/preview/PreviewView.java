package dev.sendero.gateway.preview;

import java.util.List;
import java.util.Optional;

/**
 * A template with the values of one sample.
 *
 * @param project the project's name
 * @param template as the command names it
 * @param samples whose values can be taken, in words
 * @param sample the index of the one that is taken
 * @param destination in words: to whom "send" hands a message
 * @param problems of the files, each as a terminal shows it; while there is one, the messages are those of the last save
 *     without
 * @param messages one for each locale that the template is written in
 */
public record PreviewView(
        String project,
        String template,
        List<String> samples,
        int sample,
        String destination,
        List<String> problems,
        List<PreviewMessage> messages) {

    public PreviewView {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
        messages = List.copyOf(messages);
    }

    /** The message in a locale, or the first one. */
    public Optional<PreviewMessage> inLocale(String locale) {
        return messages.stream()
                .filter(message -> message.locale().equals(locale))
                .findFirst()
                .or(() -> messages.stream().findFirst());
    }
}
