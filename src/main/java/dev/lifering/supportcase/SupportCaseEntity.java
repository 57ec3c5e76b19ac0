package dev.lifering.supportcase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "support_case")
class SupportCaseEntity {
    @Id
    UUID id;

    @Column(name = "account_id", nullable = false, length = 255)
    String accountId;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    CaseState state;

    @Column(nullable = false, length = 500)
    String reason;

    @Column(name = "opened_by", nullable = false, length = 255)
    String openedBy;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Nullable
    @Column(name = "approved_by", length = 255)
    String approvedBy;

    @Nullable
    @Column(name = "approved_at")
    Instant approvedAt;

    @Nullable
    @Column(name = "link_at")
    Instant linkAt;

    @Nullable
    @Column(name = "link_id")
    UUID linkId;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(length = 32)
    CaseEnding ending;

    @Nullable
    @Column(name = "ended_because", length = 500)
    String endedBecause;

    void approve(String agent, Instant now, Instant mailAt) {
        approvedBy = agent;
        approvedAt = now;
        linkAt = mailAt;
        become(CaseState.APPROVED);
    }

    void sent(UUID link, Instant now) {
        linkId = link;
        endedAt = now;
        become(CaseState.LINK_SENT);
    }

    void end(CaseEnding how, @Nullable String because, Instant now) {
        ending = how;
        endedBecause = because;
        endedAt = now;
        become(how.state());
    }

    private void become(CaseState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("a case that is " + state + " cannot become " + next);
        }
        state = next;
    }
}
