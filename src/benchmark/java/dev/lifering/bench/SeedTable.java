package dev.lifering.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One table to fill.
 *
 * @param columns as COPY names them
 * @param numbers how many numbers there are to ask for rows
 */
record SeedTable(String name, String columns, int numbers, Rows rows) {
    private static final int CHUNK = 64 * 1024;

    /** Appends the lines for a number, in COPY's text format, any number of them. */
    @FunctionalInterface
    interface Rows {
        void write(int number, StringBuilder lines) throws Exception;
    }

    long copy(Connection database) throws Exception {
        CopyIn copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + columns + ") from stdin");
        var lines = new StringBuilder(CHUNK * 2);
        for (int number = 0; number < numbers; number++) {
            rows.write(number, lines);
            if (lines.length() > CHUNK) {
                send(copy, lines);
            }
        }
        send(copy, lines);
        return copy.endCopy();
    }

    private static void send(CopyIn copy, StringBuilder lines) throws Exception {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
