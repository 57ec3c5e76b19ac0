package dev.lifering.recovery.reset;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.link.FoundLink;
import dev.lifering.recovery.link.RecoveryLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Redeems a recovery link: the token, and the first factor of the same user (rules R5, R6). */
@ApplicationScoped
class RedemptionService {
    private final RecoveryLinks links;
    private final Standings standings;
    private final Directory directory;
    private final FreshStart start;
    private final AuditTrail audit;
    private final InstantSource clock;

    RedemptionService(
            RecoveryLinks links,
            Standings standings,
            Directory directory,
            FreshStart start,
            AuditTrail audit,
            InstantSource clock) {
        this.links = links;
        this.standings = standings;
        this.directory = directory;
        this.start = start;
        this.audit = audit;
        this.clock = clock;
    }

    /** Redeems the link of this person, whose first factor the caller has seen. */
    @Transactional
    public Result<RedemptionView> redeem(Person person, String token, Doer doer) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        Optional<FoundLink> found = links.find(token, now);
        if (found.isEmpty()) {
            return refused(person, doer, "unknown", unknown(), null, now);
        }
        FoundLink link = found.get();
        if (!link.userId().equals(person.id())) {
            Problem foreign = ProblemType.LINK_OF_ANOTHER_USER.because(
                    "This link was mailed to somebody else. Sign in as the user it is for.");
            return refused(person, doer, "of_another_user", foreign, link.id(), now);
        }
        return redeem(standing, link, doer, now);
    }

    /** Redeems the link of whoever holds it; only where the operator does not ask for the first factor. */
    @Transactional
    public Result<RedemptionView> redeem(String token) {
        Instant now = clock.instant();
        Person person = links.find(token, now)
                .map(FoundLink::userId)
                .flatMap(directory::person)
                .orElseThrow(RedemptionService::unknown);
        Standing standing = standings.lock(person);
        FoundLink link = links.find(token, now).orElseThrow(RedemptionService::unknown);
        return redeem(standing, link, Doer.self(person), now);
    }

    private Result<RedemptionView> redeem(Standing standing, FoundLink link, Doer doer, Instant now) {
        Person person = standing.person();
        refuseWhereNothingIsToRecover(standing);
        if (!links.redeem(link.id(), now)) {
            Problem dead = RecoveryLinks.notLive(link.state());
            return refused(person, doer, link.state().wireName(), dead, link.id(), now);
        }
        audit.record(
                Fact.about(person, Deed.RECOVERY_LINK_REDEEMED, doer)
                        .on(link.id().toString()),
                now);
        return Result.done(start.give(standing, link.id(), doer, now));
    }

    private static void refuseWhereNothingIsToRecover(Standing standing) {
        Person person = standing.person();
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        if (person.secondFactorManagedElsewhere()) {
            throw ProblemType.MANAGED_BY_SSO.because("The second factor is managed by an identity provider.");
        }
        if (!standing.isEnrolled()) {
            throw ProblemType.NOT_ENROLLED.because("Two-factor authentication is off, so there is nothing to recover.");
        }
    }

    private Result<RedemptionView> refused(
            Person person, Doer doer, String reason, Problem problem, @Nullable UUID link, Instant now) {
        Fact fact = Fact.about(person, Deed.RECOVERY_LINK_REDEEMED, doer).ended(Outcome.REJECTED, reason);
        audit.record(link == null ? fact : fact.on(link.toString()), now);
        return Result.refused(problem);
    }

    private static Problem unknown() {
        return ProblemType.NOT_FOUND.because("No recovery link has this token.");
    }
}
