package dev.lifering.supportcase;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a support case ended without a link, or with one that was stopped. */
@Schema(name = "SupportCaseEnding")
public enum CaseEnding {
    /** Somebody who got a notice, or an agent, stopped it; or it cannot be carried out any more. */
    CANCELLED(CaseState.CANCELLED),
    /** Another administrator of the account has become able to help. */
    ADMINISTRATOR_AVAILABLE(CaseState.REFUSED),
    /** The user has proved his second factor since, or has none any more that could be recovered here. */
    NOT_NEEDED(CaseState.REFUSED),
    /** Nobody approved it in time. */
    EXPIRED(CaseState.EXPIRED);

    private final CaseState state;

    CaseEnding(CaseState state) {
        this.state = state;
    }

    /** The state that a case is in which ended so. */
    CaseState state() {
        return state;
    }

    /** The name in the API and in the audit trail. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
