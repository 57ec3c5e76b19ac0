package dev.lifering.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream, none of which may be longer than any of an export is. */
final class Lines {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; empty after the last. */
    Optional<String> next() throws IOException {
        line.reset();
        int symbol = in.read();
        if (symbol < 0) {
            return Optional.empty();
        }
        while (symbol >= 0 && symbol != '\n') {
            if (line.size() == LONGEST) {
                throw new TooLongLine();
            }
            line.write(symbol);
            symbol = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** Its name is what the command tells. */
    static final class TooLongLine extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
