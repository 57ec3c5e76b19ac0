package dev.lifering.migration.format;

import dev.lifering.http.json.Utf8;
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
     * @param inUtf8 whether it was UTF-8; otherwise the text has marks in place of what was not
     */
    record Line(String text, boolean complete, boolean inUtf8) {}

    /** Whether whoever writes the lines has sent no more of them for now. */
    boolean isIdle() throws IOException {
        return source.available() == 0;
    }

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
        return nothing ? Optional.empty() : Optional.of(line(bytes.toByteArray(), complete));
    }

    private static Line line(byte[] bytes, boolean complete) {
        return new Line(new String(bytes, StandardCharsets.UTF_8), complete, Utf8.isText(bytes));
    }
}
