package dev.lifering.overview;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.Authenticators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Puts together how a user's second factor stands. */
@ApplicationScoped
public class Overview {
    private final Standings standings;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final PolicyService policies;
    private final InstantSource clock;

    Overview(
            Standings standings,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            PolicyService policies,
            InstantSource clock) {
        this.standings = standings;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.policies = policies;
        this.clock = clock;
    }

    /** The state at this moment, also within a transaction that is changing it. */
    @Transactional
    public SecondFactorView of(Person person) {
        Standing standing = standings.read(person);
        Lockout lockout = standing.lockout();
        boolean demanded = policies.of(person.accountId()).secondFactorMandatory();
        return new SecondFactorView(
                standing.status(),
                authenticators.of(person),
                backupCodes.left(person).orElse(null),
                demanded && !standing.isEnrolled() && !person.secondFactorManagedElsewhere(),
                standing.status() == Status.BACKUP_CODES_ONLY,
                standing.lastVerifiedAt().orElse(null),
                lockout.isLockedAt(clock.instant()) ? lockout.until() : null,
                lockout.isBlocked());
    }
}
