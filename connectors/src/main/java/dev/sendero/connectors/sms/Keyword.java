package dev.sendero.connectors.sms;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A word that people answer to a text message, which carriers ask senders to obey. */
enum Keyword {
    STOP("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"),
    START("START", "YES", "UNSTOP"),
    HELP("HELP", "INFO");

    private static final Pattern NOT_PART_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> words;

    Keyword(String... words) {
        this.words = Set.of(words);
    }

    /** The text has to be the word and no more; case, blanks and punctuation around it do not count. */
    static Optional<Keyword> in(String text) {
        String word = NOT_PART_OF_A_WORD
                .matcher(text.toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        for (Keyword keyword : values()) {
            if (keyword.words.contains(word)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }
}
