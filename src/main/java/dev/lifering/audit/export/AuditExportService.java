package dev.lifering.audit.export;

import dev.lifering.access.Actor;
import dev.lifering.access.Roles;
import dev.lifering.audit.AuditReading;
import dev.lifering.audit.AuditStretch;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.WantedEvents;
import dev.lifering.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/** The transactions of an export: one that says it began, and one for each part, so that nothing is held in between. */
@ApplicationScoped
class AuditExportService {
    /** How many events are in memory at a time. */
    static final int PART = 1000;

    private final AuditReading audit;
    private final AuditTrail trail;
    private final Directory directory;
    private final InstantSource clock;

    AuditExportService(AuditReading audit, AuditTrail trail, Directory directory, InstantSource clock) {
        this.audit = audit;
        this.trail = trail;
        this.directory = directory;
        this.clock = clock;
    }

    /** Records that the actor takes the account's events out, before he has any. */
    @Transactional
    public void record(Actor actor, String accountId, String format) {
        trail.record(Fact.about(accountId, Deed.AUDIT_EXPORTED, doer(actor)).on(format), clock.instant());
    }

    @Transactional
    public AuditStretch part(WantedEvents wanted, UUID before) {
        return audit.stretch(wanted, before, PART);
    }

    private Doer doer(Actor actor) {
        return actor.is(Roles.SUPPORT)
                ? Doer.support(actor)
                : directory.person(actor.id()).map(Doer::admin).orElseGet(() -> Doer.stranger(actor));
    }
}
