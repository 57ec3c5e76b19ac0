package dev.lifering.enrolment;

import dev.lifering.directory.Person;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.factor.totp.Authenticators;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The enrolments that wait for the acknowledgement of their backup codes. */
@ApplicationScoped
public class ConfirmedEnrolments {
    private final EnrolmentRows rows;
    private final Authenticators authenticators;
    private final MeterRegistry metrics;

    ConfirmedEnrolments(EnrolmentRows rows, Authenticators authenticators, MeterRegistry metrics) {
        this.rows = rows;
        this.authenticators = authenticators;
        this.metrics = metrics;
    }

    /** Makes an authenticator of the enrolment that waited for this set, if one did. */
    @Transactional(TxType.MANDATORY)
    public Optional<Authenticator> acknowledged(Person person, UUID setId, Instant now) {
        return rows.waitingFor(person.id(), setId).map(enrolment -> {
            Long step = enrolment.confirmedStep;
            if (step == null) {
                throw new IllegalStateException("an enrolment without a code cannot have been confirmed");
            }
            rows.delete(enrolment);
            metrics.counter("lifering.enrolments", "step", "acknowledged").increment();
            return authenticators.add(person, enrolment.confirmedWith(step), now);
        });
    }

    /** Gives up whatever the person has started. */
    @Transactional(TxType.MANDATORY)
    public void abandonAll(Person person) {
        rows.deleteOf(person.id());
    }
}
