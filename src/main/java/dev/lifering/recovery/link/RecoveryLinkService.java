package dev.lifering.recovery.link;

import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.Deed;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.http.Page;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.link.LinkTarget.Asked;
import dev.lifering.recovery.link.RecoveryLinks.Origin;
import dev.lifering.recovery.policy.RecoveryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do about the recovery links of a user (rules R1, R2, R4, R9). */
@ApplicationScoped
class RecoveryLinkService {
    /** Rule R4: a click that was repeated is one request. */
    private static final Duration SAME_REQUEST = Duration.ofMinutes(1);

    private final LinkTarget targets;
    private final Arrivals arrivals;
    private final AdminProof proofs;
    private final Standings standings;
    private final RecoveryLinkRows rows;
    private final LinkMailing mailing;
    private final InstantSource clock;

    RecoveryLinkService(
            LinkTarget targets,
            Arrivals arrivals,
            AdminProof proofs,
            Standings standings,
            RecoveryLinkRows rows,
            LinkMailing mailing,
            InstantSource clock) {
        this.targets = targets;
        this.arrivals = arrivals;
        this.proofs = proofs;
        this.standings = standings;
        this.rows = rows;
        this.mailing = mailing;
        this.clock = clock;
    }

    /** Mails the user a link, unless the same administrator did so for the same reason a moment ago. */
    @Transactional
    public Result<RecoveryLinkView> send(String accountId, String userId, RecoveryLinkRequest request) {
        Instant now = clock.instant();
        Asked asked = targets.find(accountId, userId);
        return targets.allowed(asked, Deed.RECOVERY_LINK_SENT, now).then(person -> {
            Person admin = arrivals.current();
            return proofs.lock(admin, person, request.code(), now)
                    .then(standing -> sent(admin, standing, asked, request.reason(), now));
        });
    }

    /** The user's links, newest first. */
    @Transactional
    public Result<Page<RecoveryLinkView>> list(String accountId, String userId, @Nullable String cursor, int limit) {
        Instant now = clock.instant();
        return targets.actable(targets.find(accountId, userId), Deed.RECOVERY_LINK_SENT, now)
                .then(person -> Result.done(mailing.page(person, cursor, limit, now)));
    }

    /** Takes a live link back. */
    @Transactional
    public Result<UUID> revoke(String accountId, String userId, UUID id) {
        Instant now = clock.instant();
        return targets.actable(targets.find(accountId, userId), Deed.RECOVERY_LINK_REVOKED, now)
                .then(person -> {
                    standings.lock(person);
                    RecoveryLinkEntity link = rows.one(person.id(), id)
                            .orElseThrow(
                                    () -> ProblemType.NOT_FOUND.because("No recovery link of this user has this id."));
                    if (!rows.end(id, LinkState.REVOKED, now)) {
                        throw RecoveryLinks.notLive(mailing.state(link, now));
                    }
                    targets.record(person, Deed.RECOVERY_LINK_REVOKED, arrivals.current(), id, now);
                    return Result.done(id);
                });
    }

    /** A code that the administrator has proved stays spent, whatever speaks against the link then. */
    private Result<RecoveryLinkView> sent(
            Person admin, Standing standing, Asked asked, @Nullable String reason, Instant now) {
        try {
            return Result.done(send(admin, standing, asked, reason, now));
        } catch (Problem beforeAnyChange) {
            return Result.refused(beforeAnyChange);
        }
    }

    private RecoveryLinkView send(Person admin, Standing standing, Asked asked, @Nullable String reason, Instant now) {
        Person person = standing.person();
        // What was decided before the lock may not hold any more.
        RecoveryPolicy.decide(asked.by(), asked.account(), person, standing.status())
                .problem()
                .ifPresent(refusal -> {
                    throw refusal;
                });
        Optional<RecoveryLinkEntity> same = rows.unended(person.id())
                .filter(link -> admin.pseudonym().equals(link.requestedBy) && Objects.equals(reason, link.reason))
                .filter(link -> now.isBefore(link.createdAt.plus(SAME_REQUEST)));
        if (same.isPresent()) {
            return mailing.view(same.get(), now);
        }
        RecoveryLinkEntity link = mailing.mail(person, new Origin(admin.pseudonym(), null, reason), now);
        targets.record(person, Deed.RECOVERY_LINK_SENT, admin, link.id, now);
        return mailing.view(link, now);
    }
}
