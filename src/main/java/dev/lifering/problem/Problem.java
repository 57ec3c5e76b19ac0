package dev.lifering.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One refusal, thrown where nothing needs to be remembered of it, or carried by {@link Result} where the transaction
 * must commit first. It has no stack trace: a refusal is an answer, not a defect.
 */
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final transient Map<String, Object> members;

    Problem(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    private Problem(ProblemType type, String detail, Map<String, Object> members) {
        super(type.slug() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.members = members;
    }

    public ProblemType type() {
        return type;
    }

    /** What went wrong this time, for the person who reads the answer. */
    public String detail() {
        return detail;
    }

    /** Further members of the problem document, in the order they were added (RFC 9457 §3.2). */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The same refusal with the fields that break a rule. */
    public Problem violations(List<Violation> violations) {
        return with("violations", List.copyOf(violations));
    }

    /** The same refusal with the number of wrong codes that are taken before the lock. */
    public Problem attemptsRemaining(int attempts) {
        return with("attemptsRemaining", attempts);
    }

    /** The same refusal with the time to wait, in whole seconds, rounded up; also sent as {@code Retry-After}. */
    public Problem retryAfter(Duration wait) {
        long seconds = wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0);
        return with("retryAfter", Math.max(1, seconds));
    }

    /** The same refusal saying that only recovery ends it. */
    public Problem untilRecovery() {
        return with("blocked", true);
    }

    /** The same refusal with the state that something is in, as the API names it. */
    public Problem state(String state) {
        return with("state", state);
    }

    /** The same refusal with these members too, as it was given before. */
    public Problem members(Map<String, Object> more) {
        var all = new LinkedHashMap<>(members);
        all.putAll(more);
        return new Problem(type, detail, all);
    }

    private Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, detail, more);
    }
}
