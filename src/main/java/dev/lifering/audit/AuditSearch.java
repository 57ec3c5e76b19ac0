package dev.lifering.audit;

import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody looks for; null for any. Refuses with {@code invalid-request} what no event can be.
 *
 * @param user the id of the user it was done to
 * @param actor the id of the user, service or agent who did it
 * @param type as {@link Deed#wireName} has it
 * @param from the first moment that counts
 * @param to the first moment that does not count any more
 */
public record AuditSearch(
        @Nullable String user,
        @Nullable String actor,
        @Nullable String type,
        @Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final AuditSearch EVERYTHING = new AuditSearch(null, null, null, null, null, null);

    public AuditSearch {
        if (type != null && Arrays.stream(Deed.values()).map(Deed::wireName).noneMatch(type::equals)) {
            refuse("type", "must be one of " + types());
        }
        if (from != null && to != null && !from.isBefore(to)) {
            refuse("from", "must be before to");
        }
    }

    /** Whether any event will do. */
    public boolean isForEverything() {
        return equals(EVERYTHING);
    }

    /** Refuses to give seals along with what they do not cover. */
    public static void refuseSeals(@Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted)) {
            refuse("seals", "may be true with application/x-ndjson only, and without filters");
        }
    }

    private static void refuse(String parameter, String rule) {
        throw ProblemType.INVALID_REQUEST
                .because(parameter + " " + rule + ".")
                .violations(List.of(new Violation(parameter, rule)));
    }

    private static String types() {
        return Arrays.stream(Deed.values()).map(Deed::wireName).sorted().collect(Collectors.joining(", "));
    }
}
