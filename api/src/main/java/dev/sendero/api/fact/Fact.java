package dev.sendero.api.fact;

import dev.sendero.api.Hash;
import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.message.Message;
import java.time.Instant;

/**
 * One line of the journey log. Strings are empty where a type of fact has nothing to say.
 *
 * @param at event time
 * @param customer empty only for {@link FactType#PUBLISHED} and {@link FactType#TRAIT_NEW}
 * @param step the step's id; of {@link FactType#EXITED}, where the run rested when it was taken out, where that is known
 * @param arm which arm a branch, split or wait took, or the channel of a message
 * @param key what the journey's {@code per} found
 * @param value what a conversion was worth; {@link Money#NONE} elsewhere
 * @param occurrence tells apart facts that are equal in everything else, from 0
 */
public record Fact(
        Instant at,
        JourneyId journey,
        String version,
        RunId run,
        String customer,
        FactType type,
        String step,
        String arm,
        String key,
        String reason,
        Money value,
        int occurrence) {

    /**
     * Of a message that was requested and is not sent after all.
     *
     * @param occurrence of messages of this step and channel in the run
     */
    public static Fact ofCancelled(Message message, Instant at, String reason, int occurrence) {
        return new Fact(
                at,
                message.journey(),
                message.version(),
                message.run(),
                message.customer().value(),
                FactType.MESSAGE_CANCELLED,
                message.step().value(),
                message.channel().wireName(),
                "",
                reason,
                Money.NONE,
                occurrence);
    }

    /** Equal for every replay of the decision; the log may repeat a fact, whoever counts removes repeats by this. */
    public String id() {
        return Hash.of(
                32,
                "fact",
                Long.toString(at.toEpochMilli()),
                journey.value(),
                version,
                run.value(),
                customer,
                type.name(),
                step,
                arm,
                key,
                reason,
                Integer.toString(occurrence));
    }
}
