package dev.lifering.provisioning;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of bytes, each within a limit, so that an endless line costs no more memory than a long one. */
final class LineReader {
    private static final int END = -1;

    private final InputStream source;
    private final int limit;
    private boolean ended;

    LineReader(InputStream source, int limit) {
        this.source = new BufferedInputStream(source);
        this.limit = limit;
    }

    /**
     * One line.
     *
     * @param text UTF-8, without the line feed; what is beyond the limit is left out
     * @param complete whether it was within the limit
     */
    record Line(String text, boolean complete) {}

    /** The next line; empty at the end. A line feed at the very end begins no further line. */
    Optional<Line> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        boolean complete = true;
        int next = source.read();
        boolean nothing = next == END;
        while (next != END && next != '\n') {
            if (bytes.size() < limit) {
                bytes.write(next);
            } else {
                complete = false;
            }
            next = source.read();
        }
        ended = next == END;
        return nothing ? Optional.empty() : Optional.of(new Line(bytes.toString(StandardCharsets.UTF_8), complete));
    }
}
