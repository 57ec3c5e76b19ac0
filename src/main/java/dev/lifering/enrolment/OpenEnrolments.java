package dev.lifering.enrolment;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Ids;
import dev.lifering.crypto.Sealed;
import dev.lifering.directory.Person;
import dev.lifering.enrolment.StartPermission.Granted;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.AppSecret;
import dev.lifering.factor.totp.AppSecrets;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The enrolments that were started and not ended. */
@ApplicationScoped
class OpenEnrolments {
    /** Rule E1. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Enough for every device of a person, and too few to fill the table with. */
    private static final int OPEN_AT_ONCE = 5;

    private final EnrolmentRows rows;
    private final AppSecrets secrets;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final Ids ids;
    private final MeterRegistry metrics;

    OpenEnrolments(
            EnrolmentRows rows,
            AppSecrets secrets,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            Ids ids,
            MeterRegistry metrics) {
        this.rows = rows;
        this.secrets = secrets;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.ids = ids;
        this.metrics = metrics;
    }

    EnrolmentView start(
            Person person, @Nullable String label, Granted granted, TotpParameters parameters, Instant now) {
        dropOldest(person);
        AppSecret secret = secrets.draw(person, parameters);
        EnrolmentEntity row = row(person, secret, now);
        row.label = label == null ? nextLabel(person) : label;
        row.authorisation = granted.authorisation();
        row.recoverySessionId = granted.sessionId();
        rows.persist(row);
        metrics.counter("lifering.enrolments", "step", "started").increment();
        return new EnrolmentView(
                row.id,
                secret.base32(),
                secret.otpauthUri(),
                secret.qrCodeSvg(),
                row.expiresAt,
                granted.opened() == null ? null : granted.opened().reveal());
    }

    /** Backup codes that came with the enrolment and wait to be acknowledged go with it. */
    void cancel(Person person, UUID id, Instant now) {
        EnrolmentEntity given = rows.one(person.id(), id).orElseThrow(OpenEnrolments::unknown);
        rows.delete(given);
        UUID waitedFor = given.backupCodeSetId;
        if (waitedFor != null) {
            backupCodes.withdraw(waitedFor, now);
        }
        metrics.counter("lifering.enrolments", "step", "cancelled").increment();
    }

    static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.because("No enrolment of yours has this id.");
    }

    private EnrolmentEntity row(Person person, AppSecret secret, Instant now) {
        var row = new EnrolmentEntity();
        row.id = ids.next();
        row.userId = person.id();
        Sealed sealed = secrets.seal(row.id, secret.secret());
        row.sealedSecret = sealed.jwe();
        row.secretKeyId = sealed.keyId();
        row.algorithm = secret.parameters().algorithm();
        row.digits = secret.parameters().digits();
        row.periodSeconds = Math.toIntExact(secret.parameters().period().toSeconds());
        row.startedAt = now;
        row.expiresAt = now.plus(LIFETIME);
        return row;
    }

    private void dropOldest(Person person) {
        List<EnrolmentEntity> open = rows.unconfirmed(person.id());
        if (open.size() >= OPEN_AT_ONCE) {
            open.subList(OPEN_AT_ONCE - 1, open.size()).forEach(rows::delete);
        }
    }

    private String nextLabel(Person person) {
        long having = authenticators.count(person);
        return having == 0 ? "Authenticator app" : "Authenticator app " + (having + 1);
    }
}
