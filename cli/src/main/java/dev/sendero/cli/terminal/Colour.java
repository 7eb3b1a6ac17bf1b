package dev.sendero.cli.terminal;

/** The colours in which commands write (ECMA-48, "Select Graphic Rendition"). */
public enum Colour {
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36"),
    BOLD("1"),
    DIM("2");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
