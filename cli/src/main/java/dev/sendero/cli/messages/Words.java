package dev.sendero.cli.messages;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.store.ledger.MessageState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words that the ledger uses. */
final class Words {

    private Words() {}

    /** A state of a message. */
    static final class OfState implements ITypeConverter<MessageState> {
        @Override
        public MessageState convert(String word) {
            return find(MessageState.values(), MessageState::wireName, word);
        }
    }

    /** A channel. */
    static final class OfChannel implements ITypeConverter<Channel> {
        @Override
        public Channel convert(String word) {
            return find(Channel.values(), Channel::wireName, word);
        }
    }

    private static <T> T find(T[] all, Function<T, String> nameOf, String word) {
        List<String> names = Arrays.stream(all).map(nameOf).toList();
        int index = names.indexOf(word);
        if (index < 0) {
            throw new TypeConversionException("'" + word + "' (expected: " + String.join(", ", names) + ")"
                    + DidYouMean.nearest(word, names)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
        return all[index];
    }
}
