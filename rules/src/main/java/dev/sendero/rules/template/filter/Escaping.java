package dev.sendero.rules.template.filter;

/** What of a value has a meaning where the value is put, and how it is written there to have none. */
public enum Escaping {
    /** In texts and in quoted attributes. */
    HTML {
        @Override
        String escaped(char character) {
            return switch (character) {
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> markup(character);
            };
        }
    },

    /** Slack, "Escaping text": what is left of its markup can notify nobody and link to nothing. */
    SLACK {
        @Override
        String escaped(char character) {
            return markup(character);
        }
    };

    /** What has been escaped already stays as it is. */
    public SafeText of(CharSequence text) {
        if (text instanceof SafeText safe) {
            return safe;
        }
        var escaped = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            escaped.append(escaped(text.charAt(index)));
        }
        return new SafeText(escaped.toString());
    }

    abstract String escaped(char character);

    private static String markup(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(character);
        };
    }
}
