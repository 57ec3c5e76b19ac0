package dev.lifering.supportcase;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The life of a support case. */
@Schema(name = "SupportCaseState")
public enum CaseState {
    /** Identity checks are being recorded. */
    OPEN("The case is open and was not approved yet."),
    /** A second agent has approved it; the waiting time runs. */
    APPROVED("The case was approved already, and the recovery link will be mailed."),
    /** The recovery link was mailed. */
    LINK_SENT("The recovery link of this case was mailed already."),
    /** Somebody stopped it. */
    CANCELLED("The case was cancelled."),
    /** It turned out that no recovery by Support is needed. */
    REFUSED("The case was refused, as no recovery by Support is needed any more."),
    /** Nobody approved it in time. */
    EXPIRED("The case expired, as nobody approved it in time.");

    private final String explanation;

    CaseState(String explanation) {
        this.explanation = explanation;
    }

    /** Whether it may still lead to a link. */
    public boolean isUnderWay() {
        return this == OPEN || this == APPROVED;
    }

    /** Whether the one may follow the other. A link that was mailed can still be stopped while nobody has used it. */
    boolean mayBecome(CaseState next) {
        return next().contains(next);
    }

    private Set<CaseState> next() {
        return switch (this) {
            case OPEN -> Set.of(APPROVED, CANCELLED, REFUSED, EXPIRED);
            case APPROVED -> Set.of(LINK_SENT, CANCELLED, REFUSED);
            case LINK_SENT -> Set.of(CANCELLED);
            case CANCELLED, REFUSED, EXPIRED -> Set.of();
        };
    }

    /** The name in the API. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to tell somebody who wants something that this state does not allow. */
    String explanation() {
        return explanation;
    }
}
