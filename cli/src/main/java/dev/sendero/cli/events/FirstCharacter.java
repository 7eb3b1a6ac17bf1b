package dev.sendero.cli.events;

import java.io.BufferedInputStream;
import java.io.IOException;

/** Looks at how a file begins. */
final class FirstCharacter {

    private static final int LOOKED_AT = 1 << 10;

    private FirstCharacter() {}

    /** Whether the first character but blanks and a byte order mark is an opening brace; the position stays. */
    static boolean isBrace(BufferedInputStream contents) throws IOException {
        contents.mark(LOOKED_AT);
        try {
            for (int i = 0; i < LOOKED_AT; i++) {
                int character = contents.read();
                boolean skipped = character == ' '
                        || character == '\t'
                        || character == '\r'
                        || character == '\n'
                        || character >= 0x80;
                if (!skipped) {
                    return character == '{';
                }
            }
            return false;
        } finally {
            contents.reset();
        }
    }
}
