package dev.lifering.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, in the words of the trail. At least the account or the subject is given; null elsewhere is any.
 *
 * @param actorPseudonym what the trail calls the actor where he acted as a user
 */
public record WantedEvents(
        @Nullable String accountId,
        @Nullable UUID subject,
        @Nullable UUID actorPseudonym,
        AuditSearch search) {
    /** Ids are made a little after the moment they stand for, and clocks are set right now and then. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /** Everything about one user. */
    static WantedEvents about(UUID subject, AuditSearch search) {
        return new WantedEvents(null, subject, null, search);
    }

    /** Whether events that an index leads to may still not be wanted. */
    boolean isSearch() {
        return search.actor() != null
                || search.type() != null
                || search.outcome() != null
                || search.from() != null
                || search.to() != null;
    }

    /** Whether the id of the actor could be a pseudonym as well. */
    boolean isActorLikeAPseudonym() {
        return search.actor() != null
                && new Doer(Doer.Kind.USER, search.actor()).pseudonym().isPresent();
    }

    /** The id below which nothing is wanted. */
    UUID lowest() {
        return search.from() == null ? LOWEST : first(search.from().minus(SLACK));
    }

    /** The lower of this id and the one from which nothing is wanted any more. */
    UUID end(UUID before) {
        UUID end = search.to() == null ? HIGHEST : first(search.to().plus(SLACK));
        return end.toString().compareTo(before.toString()) < 0 ? end : before;
    }

    /** The lowest UUIDv7 of that moment; of the epoch for what was before. */
    private static UUID first(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << Short.SIZE, 0);
    }
}
