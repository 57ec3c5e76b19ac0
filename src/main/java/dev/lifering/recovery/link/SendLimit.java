package dev.lifering.recovery.link;

import dev.lifering.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rule R4: how often a user is sent a link. */
final class SendLimit {
    static final int LINKS = 3;
    static final Duration SPAN = Duration.ofDays(1);

    private SendLimit() {}

    /**
     * Refuses another link as {@code too-many-links} where there were enough.
     *
     * @param made when links were made within the span, oldest first
     */
    static void refuseTooMany(List<Instant> made, Instant now) {
        if (made.size() >= LINKS) {
            Instant free = made.get(made.size() - LINKS).plus(SPAN);
            throw ProblemType.TOO_MANY_LINKS
                    .because("This user was sent three recovery links in the last 24 hours.")
                    .retryAfter(Duration.between(now, free));
        }
    }
}
