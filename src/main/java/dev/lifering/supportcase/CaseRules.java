package dev.lifering.supportcase;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.policy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rule S2, without a database: what a case may become, and at whose hands. */
final class CaseRules {
    /** How long an open case waits for its approval. */
    static final Duration TIME_TO_APPROVE = Duration.ofDays(7);

    private CaseRules() {}

    /** The refusal {@code case-not-open}, unless a case in the one state may become the other. */
    static Optional<Problem> against(CaseState state, CaseState next) {
        return state.mayBecome(next) ? Optional.empty() : Optional.of(notOpen(state));
    }

    /** Identity checks belong to the time before the approval. */
    static Optional<Problem> againstCheck(CaseState state) {
        return state == CaseState.OPEN ? Optional.empty() : Optional.of(notOpen(state));
    }

    /**
     * Why the agent may not approve the case; empty when he may.
     *
     * @param fourEyes whether it takes an agent who has had nothing to do with the case
     */
    static Optional<Problem> againstApproval(CaseFile file, String agent, boolean fourEyes) {
        Optional<Problem> state = against(file.state(), CaseState.APPROVED);
        if (state.isPresent()) {
            return state;
        }
        if (fourEyes && file.isWorkOf(agent)) {
            return Optional.of(ProblemType.SECOND_AGENT_REQUIRED.because(
                    "You have opened this case or recorded an identity check. Another agent must approve it."));
        }
        if (!file.identityIsEstablished()) {
            return Optional.of(ProblemType.IDENTITY_CHECKS_MISSING.because(
                    "At least two identity checks of different methods must have passed, and no method's latest check may"
                            + " have failed."));
        }
        return Optional.empty();
    }

    /** Whether the policy refuses the agent for his own person, which is no reason to end the case. */
    static boolean isAboutTheAgent(Decision decision) {
        return !decision.allowed() && overtakenBy(decision, false).isEmpty();
    }

    /**
     * What has made the case needless; empty while it is needed.
     *
     * @param decision what the policy says of the case now
     * @param proved whether the user has passed 2FA since the case was opened
     */
    static Optional<CaseEnding> overtakenBy(Decision decision, boolean proved) {
        Optional<CaseEnding> bySituation = decision.refusal().flatMap(refusal -> switch (refusal) {
            case ADMINISTRATOR_AVAILABLE -> Optional.of(CaseEnding.ADMINISTRATOR_AVAILABLE);
            case NOT_ENROLLED, USER_INACTIVE, MANAGED_BY_SSO -> Optional.of(CaseEnding.NOT_NEEDED);
            default -> Optional.empty();
        });
        return proved ? bySituation.or(() -> Optional.of(CaseEnding.NOT_NEEDED)) : bySituation;
    }

    /** Whether the user has passed 2FA after the case was opened. */
    static boolean hasProvedSince(Instant openedAt, Optional<Instant> lastVerifiedAt) {
        return lastVerifiedAt.filter(openedAt::isBefore).isPresent();
    }

    static Problem notOpen(CaseState state) {
        return ProblemType.CASE_NOT_OPEN.because(state.explanation()).state(state.wireName());
    }
}
