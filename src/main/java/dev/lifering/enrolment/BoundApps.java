package dev.lifering.enrolment;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import dev.lifering.trusteddevice.TrustedDevices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Adds confirmed authenticators, in place of others where the account allows no more. */
@ApplicationScoped
class BoundApps {
    private final Authenticators authenticators;
    private final TrustedDevices devices;
    private final AuditTrail audit;
    private final Outbox outbox;

    BoundApps(Authenticators authenticators, TrustedDevices devices, AuditTrail audit, Outbox outbox) {
        this.authenticators = authenticators;
        this.devices = devices;
        this.audit = audit;
        this.outbox = outbox;
    }

    Authenticator add(Person person, EnrolmentEntity enrolment, long step, Instant now) {
        Authenticator added = authenticators.add(person, enrolment.confirmedWith(step), now);
        record(person, Deed.AUTHENTICATOR_ADDED, added, now);
        outbox.send(person, new Letter.AuthenticatorAdded(added.label()), now);
        return added;
    }

    void makeRoom(Person person, EnrolmentEntity enrolment, Policy policy, Instant now) {
        List<Authenticator> having = authenticators.of(person);
        int surplus = having.size() + 1 - policy.maxAuthenticators();
        if (surplus > 0 && !enrolment.authorisation.mayReplace()) {
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because(
                    "The account allows " + policy.maxAuthenticators() + " per user. Remove one first.");
        }
        having.stream()
                .sorted(Comparator.comparing(Authenticator::lastUsedAt))
                .limit(Math.max(0, surplus))
                .forEach(replaced -> replace(person, replaced, now));
    }

    private void replace(Person person, Authenticator replaced, Instant now) {
        authenticators.remove(person, replaced.id());
        devices.revokeAll(person, Doer.self(person), now);
        record(person, Deed.AUTHENTICATOR_REMOVED, replaced, now);
        outbox.send(person, new Letter.AuthenticatorRemoved(replaced.label()), now);
    }

    private void record(Person person, Deed deed, Authenticator app, Instant now) {
        audit.record(Fact.about(person, deed, Doer.self(person)).on(app.id().toString()), now);
    }
}
