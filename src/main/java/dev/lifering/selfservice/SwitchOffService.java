package dev.lifering.selfservice;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.verification.CodeCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Switches 2FA off, where the account lets it. */
@ApplicationScoped
class SwitchOffService {
    private final Standings standings;
    private final CodeCheck codes;
    private final Belongings belongings;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final InstantSource clock;

    SwitchOffService(
            Standings standings,
            CodeCheck codes,
            Belongings belongings,
            PolicyService policies,
            AuditTrail audit,
            Outbox outbox,
            InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.belongings = belongings;
        this.policies = policies;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Result<Status> switchOff(Person person, @Nullable String code) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        if (!standing.isEnrolled()) {
            throw ProblemType.NOT_ENROLLED.because("Two-factor authentication is off already.");
        }
        if (policies.of(person.accountId()).secondFactorMandatory()) {
            throw ProblemType.MANDATORY.because("The account demands two-factor authentication.");
        }
        return codes.stepUp(standing, code, now).then(proof -> {
            belongings.giveUp(person, now);
            standing.become(Status.NOT_ENROLLED, now);
            audit.record(Fact.about(person, Deed.SECOND_FACTOR_SWITCHED_OFF, Doer.self(person)), now);
            outbox.send(person, new Letter.SecondFactorSwitchedOff(), now);
            return Result.done(standing.status());
        });
    }
}
