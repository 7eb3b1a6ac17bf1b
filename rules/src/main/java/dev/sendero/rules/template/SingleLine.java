package dev.sendero.rules.template;

/** Texts that become headers, addresses and URLs: a line break in them would begin another header. */
final class SingleLine {

    private SingleLine() {}

    /** Every run of control characters and line separators becomes one space. */
    static String of(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            boolean breaks = Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
            if (!breaks) {
                line.appendCodePoint(codePoint);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }
}
