package dev.lifering.enrolment;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Starts and cancels enrolments. */
@ApplicationScoped
class EnrolmentService {
    private final Standings standings;
    private final StartPermission permission;
    private final OpenEnrolments open;
    private final Authenticators authenticators;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    EnrolmentService(
            Standings standings,
            StartPermission permission,
            OpenEnrolments open,
            Authenticators authenticators,
            PolicyService policies,
            AuditTrail audit,
            InstantSource clock) {
        this.standings = standings;
        this.permission = permission;
        this.open = open;
        this.authenticators = authenticators;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rule E1: draws a secret and shows it once; changes nothing else until it is confirmed. */
    @Transactional
    Result<EnrolmentView> start(Person person, EnrolmentRequest request) {
        if (person.secondFactorManagedElsewhere()) {
            throw ProblemType.MANAGED_BY_SSO.because("Set up the second factor with your identity provider.");
        }
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        Policy policy = policies.of(person.accountId());
        refuseTooMany(person, request, policy);
        return permission.ask(standing, request, now).then(granted -> {
            EnrolmentView started = open.start(person, request.label(), granted, policy.totp(), now);
            audit.record(
                    Fact.about(person, Deed.ENROLMENT_STARTED, Doer.self(person))
                            .on(started.id().toString()),
                    now);
            return Result.done(started);
        });
    }

    /** Gives up an enrolment that was started. */
    @Transactional
    void cancel(Person person, UUID id) {
        Instant now = clock.instant();
        standings.lock(person);
        open.cancel(person, id, now);
        audit.record(
                Fact.about(person, Deed.ENROLMENT_CANCELLED, Doer.self(person)).on(id.toString()), now);
    }

    /** A code must not be spent on an enrolment that could not end well. */
    private void refuseTooMany(Person person, EnrolmentRequest request, Policy policy) {
        boolean mightReplace = request.recoverySession() != null || StartPermission.isBackupCode(request.code());
        if (!mightReplace && authenticators.count(person) >= policy.maxAuthenticators()) {
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because(
                    "The account allows " + policy.maxAuthenticators() + " per user. Remove one first.");
        }
    }
}
