package dev.sendero.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command reads from and writes to. The result goes to {@code out}; progress, notes and errors go to
 * {@code err}. Both are UTF-8.
 *
 * @param outIsTerminal whether a person reads {@code out} as it is written
 * @param errIsTerminal whether a person reads {@code err} as it is written
 * @param colourWanted false when the user has asked for none
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean colourWanted) {

    /**
     * The process's own streams. Java cannot say which stream is a terminal, so the launcher does, in the system
     * properties {@code sendero.terminal.out} and {@code sendero.terminal.err}; without them none is.
     */
    public static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("sendero.terminal.out"),
                Boolean.getBoolean("sendero.terminal.err"),
                wantsColour(environment));
    }

    /** NO_COLOR as https://no-color.org defines it, and terminals that say that they can do nothing. */
    private static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** The text in colour where {@code out} shows colours. */
    public String onOut(Colour colour, String text) {
        return coloursOut() ? colour.paint(text) : text;
    }

    /** The text in colour where {@code err} shows colours. */
    public String onErr(Colour colour, String text) {
        return colourWanted && errIsTerminal ? colour.paint(text) : text;
    }

    public boolean coloursOut() {
        return colourWanted && outIsTerminal;
    }

    /** A line for the user that is no part of the result. */
    public void note(String text) {
        err.println(text);
    }

    /** Says why a command cannot go on, and what to do instead. */
    public void fail(String message, String hint) {
        err.println(onErr(Colour.RED, "error:") + " " + message);
        if (!hint.isEmpty()) {
            err.println(onErr(Colour.CYAN, "hint:") + " " + hint);
        }
    }
}
