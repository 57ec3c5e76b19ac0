package dev.lifering.supportcase;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.crypto.Ids;
import dev.lifering.problem.Result;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.recovery.policy.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Records how agents made sure of the user's identity (rule S2). */
@ApplicationScoped
class IdentityCheckService {
    private final Matters matters;
    private final CaseDecisions decisions;
    private final IdentityChecks checks;
    private final CaseReading reading;
    private final CaseTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    IdentityCheckService(
            Matters matters,
            CaseDecisions decisions,
            IdentityChecks checks,
            CaseReading reading,
            CaseTrail trail,
            Ids ids,
            InstantSource clock) {
        this.matters = matters;
        this.decisions = decisions;
        this.checks = checks;
        this.reading = reading;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records a check of an open case. */
    @Transactional
    Result<SupportCaseView> record(Requester by, UUID caseId, IdentityCheckRequest request) {
        Instant now = clock.instant();
        Matter matter = matters.lockOrNotFound(caseId);
        Decision decision = decisions.decide(by, matter.standing());
        if (CaseRules.isAboutTheAgent(decision)) {
            return Result.refused(
                    trail.refused(matter.attempted(Deed.SUPPORT_CASE_IDENTITY_CHECKED, by), decision, now));
        }
        CaseRules.againstCheck(matter.row().state).ifPresent(closed -> {
            throw closed;
        });
        var check = new IdentityCheckEntity();
        check.id = ids.next();
        check.caseId = caseId;
        check.method = request.method();
        check.evidence = request.evidence();
        check.passed = request.passed();
        check.checkedBy = by.actor().id();
        check.checkedAt = now;
        checks.persist(check);
        trail.checked(matter, check, Doer.support(by.actor()), now);
        return Result.done(reading.view(matter.row()));
    }
}
