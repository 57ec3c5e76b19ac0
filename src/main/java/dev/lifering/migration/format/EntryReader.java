package dev.lifering.migration.format;

import java.io.IOException;
import java.util.Optional;

/** Reads a file piece by piece, so that its size does not matter. */
public interface EntryReader {

    /** What comes next; empty at the end. What cannot be read is an entry too. */
    Optional<Entry> next() throws IOException;

    /** Whether nothing more has come for now, so that whoever sends it may be waiting for an answer. */
    default boolean isIdle() throws IOException {
        return false;
    }
}
