package dev.lifering.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where model and service part.
 *
 * @param story up to the command where they do
 * @param expected what might have come of it
 */
record Difference(Story story, List<Outcome> expected, long now, List<Answer> answers, Seen seen) {

    @Override
    public String toString() {
        String wanted = expected.stream()
                .map(outcome -> outcome + "\n            " + outcome.next().seen(now))
                .distinct()
                .collect(Collectors.joining("\n  or        "));
        return story + "\n  expected  " + wanted + "\n  but was   " + (answers.size() == 1 ? answers.get(0) : answers)
                + "\n            " + seen;
    }
}
