package dev.lifering.recovery.request;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standings;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import dev.lifering.readiness.AbleAdministrators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Rule R10: passes a call for help on to the administrators, and says who can give it. */
@ApplicationScoped
class RecoveryRequestService {
    /** However often somebody asks, his administrators are told once in this time. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final Standings standings;
    private final AbleAdministrators administrators;
    private final RecoveryRequests requests;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final InstantSource clock;

    RecoveryRequestService(
            Standings standings,
            AbleAdministrators administrators,
            RecoveryRequests requests,
            Outbox outbox,
            AuditTrail audit,
            InstantSource clock) {
        this.standings = standings;
        this.administrators = administrators;
        this.requests = requests;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells the administrators, unless they were told a while ago: then the answer is what it was. */
    @Transactional
    public RecoveryRequestView ask(Person person, Doer doer) {
        Instant now = clock.instant();
        refuseWhereNothingIsToRecover(person);
        var request = new RecoveryRequestEntity();
        request.userId = person.id();
        request.way = way(person);
        request.askedAt = now;
        if (!requests.keep(request, now.minus(QUIET))) {
            return RecoveryRequestView.of(requests.answered(person.id()));
        }
        audit.record(Fact.about(person, Deed.RECOVERY_REQUESTED, doer), now);
        var letter = new Letter.RecoveryRequested(person.called());
        administrators
                .activeBesides(person.accountId(), person.id())
                .forEach(administrator -> outbox.send(administrator, letter, now));
        return RecoveryRequestView.of(request.way);
    }

    private Way way(Person person) {
        return administrators.besides(person.accountId(), person.id()).isEmpty() ? Way.SUPPORT : Way.ADMINISTRATOR;
    }

    private void refuseWhereNothingIsToRecover(Person person) {
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        if (person.secondFactorManagedElsewhere()) {
            throw ProblemType.MANAGED_BY_SSO.because("The second factor is managed by an identity provider.");
        }
        if (!standings.lock(person).isEnrolled()) {
            throw ProblemType.NOT_ENROLLED.because("Two-factor authentication is off, so there is nothing to recover.");
        }
    }
}
