package dev.lifering.supportcase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A support case, as agents see it. */
@Schema(description = "A support case.")
public record SupportCaseView(
        UUID id,
        String accountId,
        String userId,
        CaseState state,
        String reason,

        @Schema(description = "The agent who opened it.") String openedBy,

        Instant openedAt,

        @Schema(description = "The identity checks, oldest first.")
        List<IdentityCheckView> checks,

        @Schema(description = "The agent who approved it.") @Nullable
        String approvedBy,

        @Nullable Instant approvedAt,

        @Schema(description = "When the recovery link is mailed, unless somebody stops it before.") @Nullable
        Instant linkAt,

        @Schema(description = "The recovery link that was mailed.") @Nullable
        UUID linkId,

        @Nullable Instant endedAt,

        @Schema(description = "Why it ended without a link, or with one that was stopped.") @Nullable
        CaseEnding ending,

        @Schema(description = "What whoever ended it said about it.") @Nullable
        String endedBecause) {

    static SupportCaseView of(SupportCaseEntity row, List<IdentityCheckEntity> checks) {
        return new SupportCaseView(
                row.id,
                row.accountId,
                row.userId,
                row.state,
                row.reason,
                row.openedBy,
                row.openedAt,
                checks.stream().map(IdentityCheckView::of).toList(),
                row.approvedBy,
                row.approvedAt,
                row.linkAt,
                row.linkId,
                row.endedAt,
                row.ending,
                row.endedBecause);
    }
}
