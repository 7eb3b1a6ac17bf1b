package dev.sendero.cli.preview;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
final class Browser {

    private Browser() {}

    /** Asks the desktop to open an address. Where there is none nothing happens: the address is on the terminal too. */
    static void open(String address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noDesktop) {
            return;
        }
    }

    private static List<String> command(String system, String address) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return List.of("open", address);
        }
        return lower.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of("xdg-open", address);
    }
}
