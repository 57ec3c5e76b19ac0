package dev.lifering.supportcase;

import dev.lifering.access.Actor;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Puts a new case on file. */
@ApplicationScoped
class OpenedCases {
    private final SupportCases cases;
    private final CaseProgress progress;
    private final Ids ids;

    OpenedCases(SupportCases cases, CaseProgress progress, Ids ids) {
        this.cases = cases;
        this.progress = progress;
        this.ids = ids;
    }

    SupportCaseView open(Standing standing, Actor agent, String reason, Instant now) {
        Person person = standing.person();
        var row = new SupportCaseEntity();
        row.id = ids.next();
        row.accountId = person.accountId();
        row.userId = person.id();
        row.state = CaseState.OPEN;
        row.reason = reason;
        row.openedBy = agent.id();
        row.openedAt = now;
        cases.persist(row);
        progress.opened(new Matter(row, standing), agent, now);
        return SupportCaseView.of(row, List.of());
    }
}
