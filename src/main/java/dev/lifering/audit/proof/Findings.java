package dev.lifering.audit.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with an export, by line; of many only the first are kept. */
final class Findings {
    private static final int KEPT = 20;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    /**
     * One thing that is wrong.
     *
     * @param line where it is, or should be
     */
    record Finding(long line, String text) {
        @Override
        public String toString() {
            return "line " + line + ": " + text;
        }
    }

    void add(long line, String text) {
        count++;
        first.add(new Finding(line, text));
        first.sort(Comparator.comparingLong(Finding::line));
        if (first.size() > KEPT) {
            first.remove(KEPT);
        }
    }

    /** The first in the order of lines. */
    List<Finding> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
