package dev.lifering.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as readers see it, and what stays of it for good.
 *
 * @param view names users by their ids, as long as they exist
 * @param pseudonym of the user it was done to
 */
public record RecordedEvent(AuditEventView view, @Nullable UUID pseudonym) {

    /** The id of the user it was done to; empty where it was none, or one who is erased. */
    public Optional<String> userId() {
        boolean exists = pseudonym != null && !AuditViews.erased(pseudonym).equals(view.subject());
        return exists ? Optional.ofNullable(view.subject()) : Optional.empty();
    }
}
