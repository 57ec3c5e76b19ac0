package dev.lifering.supportcase;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.policy.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Writes down, and counts, what happens to cases. */
@ApplicationScoped
class CaseTrail {
    /** What the administrators of an account want to read about: somebody tried what would have been wrong. */
    private static final Set<ProblemType> NOTEWORTHY = EnumSet.of(
            ProblemType.RESELLER_CANNOT_RESET,
            ProblemType.CANNOT_RECOVER_YOURSELF,
            ProblemType.ADMINISTRATOR_AVAILABLE);

    private final AuditTrail audit;
    private final MeterRegistry metrics;

    CaseTrail(AuditTrail audit, MeterRegistry metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    void opened(Matter matter, Doer doer, Instant now) {
        record(matter, Deed.SUPPORT_CASE_OPENED, doer, now);
        count("opened");
    }

    void checked(Matter matter, IdentityCheckEntity check, Doer doer, Instant now) {
        Fact fact = about(matter, Deed.SUPPORT_CASE_IDENTITY_CHECKED, doer).by(check.method.wireName());
        audit.record(check.passed ? fact : fact.ended(Outcome.REJECTED, "not_passed"), now);
        count("identity_checked");
    }

    void approved(Matter matter, Doer doer, Instant now) {
        record(matter, Deed.SUPPORT_CASE_APPROVED, doer, now);
        count("approved");
    }

    void linkSent(Matter matter, Instant now) {
        Fact fact = Fact.about(matter.person(), Deed.RECOVERY_LINK_SENT, Doer.SYSTEM);
        audit.record(fact.on(String.valueOf(matter.row().linkId)), now);
        count("link_sent");
    }

    void linkStopped(Matter matter, Doer doer, Instant now) {
        Fact fact = Fact.about(matter.person(), Deed.RECOVERY_LINK_REVOKED, doer);
        audit.record(fact.on(String.valueOf(matter.row().linkId)), now);
    }

    void ended(Matter matter, CaseEnding how, Doer doer, Instant now) {
        if (how == CaseEnding.CANCELLED) {
            record(matter, Deed.SUPPORT_CASE_CANCELLED, doer, now);
        } else {
            Fact fact = about(matter, Deed.SUPPORT_CASE_REFUSED, doer);
            audit.record(fact.ended(Outcome.REFUSED, how.wireName()), now);
        }
        count(how.state().wireName());
    }

    /** The refusal that the decision is, remembered where it is worth it. */
    Problem refused(Fact attempted, Decision decision, Instant now) {
        Problem refusal = decision.problem().orElseThrow();
        if (NOTEWORTHY.contains(refusal.type())) {
            audit.record(attempted.ended(Outcome.REFUSED, refusal.type().slug()), now);
        }
        return refusal;
    }

    private void record(Matter matter, Deed deed, Doer doer, Instant now) {
        audit.record(about(matter, deed, doer), now);
    }

    private static Fact about(Matter matter, Deed deed, Doer doer) {
        return Fact.about(matter.person(), deed, doer).on(matter.id().toString());
    }

    private void count(String event) {
        metrics.counter("lifering.support.cases", "event", event).increment();
    }
}
