package dev.lifering.rehearsal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that a change of the policy would do.
 *
 * @param first some of the users, administrators first, then in the order of ids
 */
@Schema(name = "PolicyConsequence", description = "To how many users the change would do this, and the first of them.")
public record ConsequenceView(
        @Schema(description = "To how many active users.") long count,

        @Schema(description = "How many of them are administrators of the account.")
        long administrators,

        @Schema(description = "Whether whoever asks is one of them.")
        boolean includesYou,

        @Schema(description = "The first of them, administrators before others, each in the order of ids.")
        List<AffectedUserView> first) {
    static final ConsequenceView NONE = new ConsequenceView(0, 0, false, List.of());

    public ConsequenceView {
        first = List.copyOf(first);
    }
}
