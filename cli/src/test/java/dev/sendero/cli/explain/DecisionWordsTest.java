package dev.sendero.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no_consent | the customer has not agreed to offers by email",
                "suppressed | nothing is sent to this address any more: messages to it came back",
                "expired    | it was too late to send it",
                "ordered    | ordered"
            })
    void a_message_that_is_not_sent_after_all_is_told_with_the_reason(String reason, String words) {
        Fact fact = new Fact(
                Instant.EPOCH,
                new JourneyId("cart"),
                "v1",
                new RunId("run"),
                "ada",
                FactType.MESSAGE_CANCELLED,
                "reminder",
                "email",
                "",
                reason,
                Money.NONE,
                0);

        assertThat(DecisionWords.note(fact, new OffersOnly()).orElseThrow().text())
                .isEqualTo("cancels email 'reminder': " + words);
    }

    /** Of a journey in which everything is of the group offers. */
    private static final class OffersOnly implements Background {
        @Override
        public Choice choice(Fact fact) {
            return Choice.NONE;
        }

        @Override
        public String recipient(Fact fact) {
            return "";
        }

        @Override
        public Optional<String> said(Fact fact) {
            return Optional.empty();
        }

        @Override
        public String messageId(Fact fact) {
            return "";
        }

        @Override
        public String group(Fact fact) {
            return "offers";
        }

        @Override
        public List<String> failures(Fact fact) {
            return List.of();
        }

        @Override
        public String refusal(Fact fact) {
            return "";
        }
    }
}
