package dev.sendero.cli.terminal;

import dev.sendero.rules.problem.DidYouMean;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that takes one of a few words, and names them when it is none of these. */
public record WordConverter<E extends Enum<E>>(Class<E> kind) implements ITypeConverter<E> {

    @Override
    public E convert(String word) {
        E[] all = kind.getEnumConstants();
        List<String> words = Arrays.stream(all).map(E::toString).toList();
        return Arrays.stream(all)
                .filter(known -> known.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' (expected: " + String.join(", ", words)
                        + ")"
                        + DidYouMean.nearest(word, words)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")));
    }
}
