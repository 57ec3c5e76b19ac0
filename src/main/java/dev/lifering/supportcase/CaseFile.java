package dev.lifering.supportcase;

import java.util.List;
import java.util.TreeMap;

/**
 * What is known of a support case.
 *
 * @param openedBy the agent who opened it
 * @param checks what was recorded, oldest first
 */
record CaseFile(CaseState state, String openedBy, List<Check> checks) {
    /** Rule S2: how many methods must agree. */
    static final int METHODS_NEEDED = 2;

    /** One identity check, and the agent who recorded it. */
    record Check(CheckMethod method, boolean passed, String agent) {}

    CaseFile {
        checks = List.copyOf(checks);
    }

    /** Whether the agent has opened the case or recorded a check, so that he is not the second pair of eyes. */
    boolean isWorkOf(String agent) {
        return openedBy.equals(agent)
                || checks.stream().anyMatch(check -> check.agent().equals(agent));
    }

    /** Whether enough methods agree. Of each method the latest check counts, and a failed one outweighs all others. */
    boolean identityIsEstablished() {
        var latest = new TreeMap<CheckMethod, Boolean>();
        checks.forEach(check -> latest.put(check.method(), check.passed()));
        return latest.size() >= METHODS_NEEDED && !latest.containsValue(false);
    }
}
