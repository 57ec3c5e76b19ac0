package dev.lifering.supportcase;

import dev.lifering.audit.Doer;
import dev.lifering.recovery.link.RecoveryLinks;
import dev.lifering.recovery.policy.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What time does to support cases: a link once the waiting time is over, and an end where nobody approved in time. */
@ApplicationScoped
class CaseConclusionService {
    private final Matters matters;
    private final CaseDecisions decisions;
    private final RecoveryLinks links;
    private final CaseProgress progress;
    private final CaseTrail trail;
    private final InstantSource clock;

    CaseConclusionService(
            Matters matters,
            CaseDecisions decisions,
            RecoveryLinks links,
            CaseProgress progress,
            CaseTrail trail,
            InstantSource clock) {
        this.matters = matters;
        this.decisions = decisions;
        this.links = links;
        this.progress = progress;
        this.trail = trail;
        this.clock = clock;
    }

    /** Mails the link of an approved case, unless it is not needed any more. Says when to come back, if it is too early. */
    @Transactional
    Optional<Instant> conclude(UUID caseId) {
        Instant now = clock.instant();
        return matters.lock(caseId)
                .filter(matter -> matter.row().state == CaseState.APPROVED)
                .flatMap(matter -> {
                    Instant linkAt = Objects.requireNonNull(matter.row().linkAt, "an approved case has its time");
                    if (now.isBefore(linkAt)) {
                        return Optional.of(linkAt);
                    }
                    conclude(matter, now);
                    return Optional.empty();
                });
    }

    /** Ends a case that is still open. Says when to come back, if it is too early. */
    @Transactional
    Optional<Instant> expire(UUID caseId) {
        Instant now = clock.instant();
        return matters.lock(caseId)
                .filter(matter -> matter.row().state == CaseState.OPEN)
                .flatMap(matter -> {
                    Instant end = matter.row().openedAt.plus(CaseRules.TIME_TO_APPROVE);
                    if (now.isBefore(end)) {
                        return Optional.of(end);
                    }
                    progress.end(matter, new End(CaseEnding.EXPIRED, null, Doer.SYSTEM), now);
                    return Optional.empty();
                });
    }

    private void conclude(Matter matter, Instant now) {
        String agent = Objects.requireNonNull(matter.row().approvedBy, "somebody has approved an approved case");
        Decision decision = decisions.decideAgain(agent, matter.standing());
        Optional<CaseEnding> overtaken = CaseRules.overtakenBy(decision, matter.hasUserProved());
        if (overtaken.isPresent()) {
            progress.end(matter, new End(overtaken.get(), null, Doer.SYSTEM), now);
        } else if (!decision.allowed()) {
            cancel(matter, "The agent who approved the case may not do so any more.", now);
        } else {
            links.sendForCase(matter.person(), matter.id(), now)
                    .ifPresentOrElse(
                            link -> sent(matter, link, now),
                            () -> cancel(matter, "The user has no e-mail address any more.", now));
        }
    }

    private void sent(Matter matter, UUID link, Instant now) {
        matter.row().sent(link, now);
        trail.linkSent(matter, now);
    }

    private void cancel(Matter matter, String because, Instant now) {
        progress.end(matter, new End(CaseEnding.CANCELLED, because, Doer.SYSTEM), now);
    }
}
