package dev.lifering.migration.format;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a file that says something in each line. A line that cannot be read holds up no other; empty ones say nothing. */
public final class Lines implements EntryReader {
    private static final int LONGEST = 16 * 1024;

    private final LineReader lines;
    private final LineReading reading;
    private final Deque<Entry> read = new ArrayDeque<>();
    private long number;

    public Lines(InputStream file, LineReading reading) {
        this.lines = new LineReader(file, LONGEST);
        this.reading = reading;
    }

    /** What one line says. */
    @FunctionalInterface
    public interface LineReading {

        /**
         * Reads one line.
         *
         * @throws Problem when it cannot be read
         */
        List<Entry> read(long number, String line);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (read.isEmpty()) {
            Optional<LineReader.Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            number++;
            if (!line.get().text().isBlank()) {
                read.addAll(entries(line.get()));
            }
        }
        return Optional.of(read.remove());
    }

    @Override
    public boolean isIdle() throws IOException {
        return read.isEmpty() && lines.isIdle();
    }

    private List<Entry> entries(LineReader.Line line) {
        try {
            return reading.read(number, text(line));
        } catch (Problem refusal) {
            return List.of(new Entry.Refused(number, null, refusal));
        }
    }

    private static String text(LineReader.Line line) {
        if (!line.complete()) {
            throw ProblemType.TOO_LARGE.because("The line is longer than " + LONGEST + " bytes.");
        }
        if (!line.inUtf8()) {
            throw ProblemType.MALFORMED_REQUEST.because("The line is not in UTF-8.");
        }
        return line.text();
    }
}
