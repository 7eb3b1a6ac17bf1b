package dev.sendero.core.detect;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of events that journeys mention, and what they ask of them. A name keeps its number as long as the process
 * lives. Equal questions become one, whatever journey asks, so that an event answers each once.
 */
final class Names {

    static final Set<String> RECEIPTS = Arrays.stream(Channel.values())
            .flatMap(channel -> Arrays.stream(ReceiptEvents.Kind.values()).map(kind -> kind.eventName(channel)))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Name> byText;
    private final Map<String, Question> questions = new HashMap<>();

    Names() {
        this(new HashMap<>());
    }

    private Names(Map<String, Name> byText) {
        this.byText = byText;
    }

    /** The same names, without questions: those that nobody asks any more are not kept. */
    Names copy() {
        return new Names(new HashMap<>(byText));
    }

    /** Gives a new name the next number. */
    Name of(String text) {
        return byText.computeIfAbsent(text, added -> new Name(byText.size(), !RECEIPTS.contains(added)));
    }

    /** The one question that stands for all that ask the same: the first that came. */
    Question one(Question question) {
        Question first = questions.putIfAbsent(question.text(), question);
        return first == null ? question : first;
    }
}
