package dev.lifering.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a deed ended. */
@Schema(name = "AuditOutcome")
public enum Outcome {
    SUCCESS,
    /** The code was wrong, used or unknown. */
    REJECTED,
    /** The second factor was locked; no code was looked at. */
    LOCKED,
    /** The rules do not let the caller do it. */
    REFUSED
}
