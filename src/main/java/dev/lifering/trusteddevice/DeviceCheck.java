package dev.lifering.trusteddevice;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Status;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a device's token and gives the next one. Whatever it is that is wrong with a token is answered alike. Wrong tokens
 * are on record but not counted: nobody guesses 256 bits, and a count would let whoever sends some lock the user out.
 */
@ApplicationScoped
class DeviceCheck {
    private final TrustedDeviceRows rows;
    private final TrustedDevices devices;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final SecureRandom random;

    DeviceCheck(
            TrustedDeviceRows rows,
            TrustedDevices devices,
            PolicyService policies,
            AuditTrail audit,
            Outbox outbox,
            SecureRandom random) {
        this.rows = rows;
        this.devices = devices;
        this.policies = policies;
        this.audit = audit;
        this.outbox = outbox;
        this.random = random;
    }

    /** A device that has presented its token, and its next one. */
    record Recognised(TrustedDeviceView device, TrustedDeviceTokenView next) {}

    Result<Recognised> check(Standing standing, String token, Doer doer, Instant now) {
        Person person = standing.person();
        Duration lifetime = policies.of(person.accountId()).trustedDeviceLifetime();
        if (lifetime.isZero() || standing.status() != Status.ENABLED || person.secondFactorManagedElsewhere()) {
            devices.revokeAll(person, doer, now);
            return rejected(person, doer, "not_allowed", now);
        }
        Optional<DeviceToken> presented = DeviceToken.presented(token);
        if (presented.isEmpty()) {
            return rejected(person, doer, "unknown", now);
        }
        String following = DeviceToken.after(token, random);
        DeviceToken next = DeviceToken.presented(following).orElseThrow();
        Optional<TrustedDeviceEntity> rotated =
                rows.rotate(person.id(), presented.get(), next, now, now.minus(lifetime));
        if (rotated.isEmpty()) {
            return refused(person, presented.get(), doer, now);
        }
        TrustedDeviceEntity device = rotated.get();
        audit.record(Fact.about(person, Deed.TRUSTED_DEVICE_USED, doer).on(device.id.toString()), now);
        return Result.done(
                new Recognised(device.toView(), new TrustedDeviceTokenView(device.id, following, device.expiresAt)));
    }

    private Result<Recognised> refused(Person person, DeviceToken presented, Doer doer, Instant now) {
        Optional<TrustedDeviceEntity> found = rows.bySeries(person.id(), presented);
        if (found.isEmpty()) {
            return rejected(person, doer, "unknown", now);
        }
        TrustedDeviceEntity device = found.get();
        if (MessageDigest.isEqual(device.tokenHash, presented.token())) {
            return rejected(person, doer, "expired", now);
        }
        if (device.wasJustUsed(presented, now)) {
            return rejected(person, doer, "used", now);
        }
        rows.remove(person.id(), device.id);
        audit.record(Fact.about(person, Deed.TRUSTED_DEVICE_REPLAYED, doer).on(device.id.toString()), now);
        outbox.send(person, new Letter.DeviceReplayed(device.label), now);
        return rejected(person, doer, "replayed", now);
    }

    private Result<Recognised> rejected(Person person, Doer doer, String reason, Instant now) {
        audit.record(Fact.about(person, Deed.TRUSTED_DEVICE_USED, doer).ended(Outcome.REJECTED, reason), now);
        return Result.refused(ProblemType.DEVICE_REJECTED.because(
                "No device of this user is trusted with this token. Ask for a code."));
    }
}
