package dev.lifering.overview;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.factor.totp.Authenticators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Puts together how a user's second factor stands. */
@ApplicationScoped
public class Overview {
    private final Standings standings;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final PolicyService policies;
    private final Directory directory;
    private final InstantSource clock;

    Overview(
            Standings standings,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            PolicyService policies,
            Directory directory,
            InstantSource clock) {
        this.standings = standings;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.policies = policies;
        this.directory = directory;
        this.clock = clock;
    }

    /** The state at this moment, also within a transaction that is changing it. */
    @Transactional
    public SecondFactorView of(Person person) {
        Standing standing = standings.read(person);
        Lockout lockout = standing.lockout();
        BackupCodes codes = backupCodes.left(person).orElse(null);
        Instant now = clock.instant();
        DemandsView demands = demands(standing, codes, now);
        return new SecondFactorView(
                standing.status(),
                authenticators.of(person),
                codes,
                demands.secondFactor().isToEnrol(),
                standing.status() == Status.BACKUP_CODES_ONLY,
                demands,
                standing.lastVerifiedAt().orElse(null),
                lockout.isLockedAt(now) ? lockout.until() : null,
                lockout.isBlocked(),
                authenticators.clock(person).orElse(null));
    }

    private DemandsView demands(Standing standing, @Nullable BackupCodes codes, Instant now) {
        Person person = standing.person();
        Policy policy = policies.of(person.accountId());
        if (standing.isEnrolled()) {
            boolean hasCodes = codes != null && codes.remaining() > 0;
            return DemandsView.ofEnrolled(standing.status(), hasCodes, policy.stepUpAfter());
        }
        boolean isDemanded = policy.secondFactorMandatory() && !person.secondFactorManagedElsewhere();
        Instant enrolBy =
                isDemanded ? policy.enrolBy(directory.knownSince(person)).orElse(null) : null;
        return DemandsView.ofNotEnrolled(enrolBy, now, policy.stepUpAfter());
    }
}
