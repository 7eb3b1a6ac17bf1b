package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Keeps a command from writing over what it has read, or over another of its results. */
public final class SeparateFiles {

    private SeparateFiles() {}

    /**
     * @param option the option that names the result, such as {@code --out}
     * @param others files that are read, or written too
     * @throws CommandFailure when the result is one of the others, or there can be no such file; pipes and devices may be
     *     shared
     */
    public static void require(String option, Path result, Collection<Path> others) {
        for (Path other : others) {
            if (isSame(result, other)) {
                throw CommandFailure.usage(
                        option + " " + result + ": this file is already named for something else",
                        "choose another name, so that nothing is overwritten");
            }
        }
        ResultFile.requirePossible(result);
    }

    private static boolean isSame(Path result, Path other) {
        try {
            return Files.exists(result) && Files.exists(other)
                    ? Files.isRegularFile(result) && Files.isSameFile(result, other)
                    : result.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException unknown) {
            return false;
        }
    }
}
