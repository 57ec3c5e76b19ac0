package dev.lifering.supportcase;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.problem.Problem;
import dev.lifering.problem.Result;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.recovery.policy.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The second pair of eyes (rule S2). */
@ApplicationScoped
class ApprovalService {
    private final Matters matters;
    private final CaseDecisions decisions;
    private final CaseProgress progress;
    private final CaseReading reading;
    private final CaseTrail trail;
    private final SupportConfig config;
    private final InstantSource clock;

    ApprovalService(
            Matters matters,
            CaseDecisions decisions,
            CaseProgress progress,
            CaseReading reading,
            CaseTrail trail,
            SupportConfig config,
            InstantSource clock) {
        this.matters = matters;
        this.decisions = decisions;
        this.progress = progress;
        this.reading = reading;
        this.trail = trail;
        this.config = config;
        this.clock = clock;
    }

    /** Approves the case. One that is not needed any more ends instead, and the refusal says why. */
    @Transactional
    Result<SupportCaseView> approve(Requester by, UUID caseId) {
        Instant now = clock.instant();
        Matter matter = matters.lockOrNotFound(caseId);
        Decision decision = decisions.decide(by, matter.standing());
        if (CaseRules.isAboutTheAgent(decision)) {
            return Result.refused(trail.refused(matter.attempted(Deed.SUPPORT_CASE_APPROVED, by), decision, now));
        }
        CaseRules.againstApproval(matters.file(matter), by.actor().id(), config.fourEyes())
                .ifPresent(obstacle -> {
                    throw obstacle;
                });
        Optional<CaseEnding> overtaken = CaseRules.overtakenBy(decision, matter.hasUserProved());
        if (overtaken.isPresent()) {
            progress.end(matter, new End(overtaken.get(), null, Doer.support(by.actor())), now);
            return Result.refused(refusal(decision, matter.row().state));
        }
        progress.approve(matter, by.actor(), now.plus(config.waitingTime()), now);
        return Result.done(reading.view(matter.row()));
    }

    private static Problem refusal(Decision decision, CaseState ended) {
        return decision.problem()
                .map(problem -> problem.state(ended.wireName()))
                .orElseGet(() -> CaseRules.notOpen(ended));
    }
}
