package dev.lifering.http.openapi;

import dev.lifering.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/**
 * What the annotations of a resource method say.
 *
 * @param open whether no token is needed
 * @param roles that grant the call; none when any valid token does
 * @param refuses problems beyond the common ones
 * @param bodyOptional whether the call may come without a body
 * @param idempotent whether the call takes an {@code Idempotency-Key}
 * @param success the status that {@code @ResponseStatus} gives, if it does
 */
record Endpoint(
        boolean open,
        List<String> roles,
        List<ProblemType> refuses,
        boolean bodyOptional,
        boolean idempotent,
        Optional<String> success) {
    Endpoint {
        roles = List.copyOf(roles);
        refuses = List.copyOf(refuses);
    }

    /** Whether the call, though open, depends on who calls: it would refuse nobody for his token else. */
    boolean looksAtTokens() {
        return open && refuses.contains(ProblemType.UNAUTHENTICATED);
    }
}
