package dev.sendero.cli.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What is running and on what.
 *
 * @param java the version and the vendor of the Java runtime
 * @param system the operating system, its version and the processor's architecture
 * @param processors how many the Java runtime may use
 */
public record BuildInfo(String version, String java, String system, int processors) {

    public static BuildInfo ofThisProgram() {
        return new BuildInfo(
                builtVersion(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static String builtVersion() {
        var properties = new Properties();
        try (InputStream resource = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (resource == null) {
                return "unknown";
            }
            properties.load(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("build.properties: cannot be read", unreadable);
        }
        return properties.getProperty("version", "unknown");
    }

    /** For people, in three lines. */
    public String asText() {
        return """
                sendero %s
                Java %s
                %s, %d processors""".formatted(version, java, system, processors);
    }

    /** Written by hand, so that this command needs to load no JSON library to start. */
    String asJson() {
        return """
                {"format":"sendero.version/1","version":%s,"java":%s,"system":%s,"processors":%d}""".formatted(quoted(version), quoted(java), quoted(system), processors);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
