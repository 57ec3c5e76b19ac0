package dev.lifering.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What came back to one command.
 *
 * @param status of HTTP; 0 where there was nothing to send
 * @param says the fields that matter, by their names; {@code problem} for the name of a refusal, {@code codes} for how
 *     many backup codes were shown, {@code session} where a recovery session was given
 */
record Answer(int status, Map<String, Object> says) {
    static final Answer NOTHING = new Answer(0, Map.of());

    Answer {
        says = Map.copyOf(says);
    }

    static Answer of(int status) {
        return new Answer(status, Map.of());
    }

    static Answer refusal(int status, String problem) {
        return of(status).saying("problem", problem);
    }

    Answer saying(String name, Object value) {
        var more = new TreeMap<>(says);
        more.put(name, value);
        return new Answer(status, more);
    }

    @Override
    public String toString() {
        return status + (says.isEmpty() ? "" : " " + new TreeMap<>(says));
    }
}
