package dev.lifering.supportcase;

import dev.lifering.access.Actor;
import dev.lifering.audit.Doer;
import dev.lifering.work.Agenda;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes a case from one state to the next: what is to be done then, who is told, what is written down. */
@ApplicationScoped
class CaseProgress {
    private final CaseNotices notices;
    private final CaseTrail trail;
    private final Agenda agenda;

    CaseProgress(CaseNotices notices, CaseTrail trail, Agenda agenda) {
        this.notices = notices;
        this.trail = trail;
        this.agenda = agenda;
    }

    void opened(Matter matter, Actor agent, Instant now) {
        agenda.add(CaseExpiry.NAME, matter.id(), now.plus(CaseRules.TIME_TO_APPROVE));
        trail.opened(matter, Doer.support(agent), now);
        notices.tellOfOpening(matter, now);
    }

    /** Approves the case, so that at that moment its link is mailed. */
    void approve(Matter matter, Actor agent, Instant linkAt, Instant now) {
        matter.row().approve(agent.id(), now, linkAt);
        agenda.add(CaseConclusion.NAME, matter.id(), linkAt);
        trail.approved(matter, Doer.support(agent), now);
        notices.tellOfApproval(matter, linkAt, now);
    }

    void end(Matter matter, End end, Instant now) {
        matter.row().end(end.how(), end.because(), now);
        trail.ended(matter, end.how(), end.by(), now);
        notices.tellOfEnd(matter.person(), end.how(), now);
    }
}
