package dev.lifering.trusteddevice;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Person;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which devices are trusted. Changing calls join the transaction of their use case. */
@ApplicationScoped
public class TrustedDevices {
    /** How many a user has at most; one more ends the trust in the one that was not used for longest. */
    static final int LIMIT = 20;

    private final TrustedDeviceRows rows;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Ids ids;
    private final SecureRandom random;

    TrustedDevices(
            TrustedDeviceRows rows,
            PolicyService policies,
            AuditTrail audit,
            Outbox outbox,
            Ids ids,
            SecureRandom random) {
        this.rows = rows;
        this.policies = policies;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
    }

    /**
     * Trusts the device on which the person has just proved a code of an authenticator; the caller has locked the standing.
     * Empty where the account allows none.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<TrustedDeviceTokenView> trust(Person person, TrustRequest wish, Doer doer, Instant now) {
        Duration lifetime = policies.of(person.accountId()).trustedDeviceLifetime();
        if (lifetime.isZero() || person.secondFactorManagedElsewhere()) {
            return Optional.empty();
        }
        rows.of(person.id()).stream().skip(LIMIT - 1L).forEach(surplus -> removed(person, surplus.id, doer, now));
        String token = DeviceToken.draw(random);
        TrustedDeviceEntity device =
                device(person, wish, DeviceToken.presented(token).orElseThrow(), now);
        device.expiresAt = now.plus(lifetime);
        rows.persist(device);
        audit.record(Fact.about(person, Deed.TRUSTED_DEVICE_ADDED, doer).on(device.id.toString()), now);
        outbox.send(person, new Letter.DeviceTrusted(device.label, device.expiresAt), now);
        return Optional.of(new TrustedDeviceTokenView(device.id, token, device.expiresAt));
    }

    /** Ends the trust in all of the person's devices: his second factor is not what it was, or he wants it. */
    @Transactional(TxType.MANDATORY)
    public void revokeAll(Person person, Doer doer, Instant now) {
        rows.of(person.id()).forEach(device -> removed(person, device.id, doer, now));
    }

    /** Ends the trust in one of the person's devices, or refuses with {@code not-found}. */
    @Transactional(TxType.MANDATORY)
    void revoke(Person person, UUID id, Doer doer, Instant now) {
        if (!removed(person, id, doer, now)) {
            throw ProblemType.NOT_FOUND.because("No trusted device of this user has this id.");
        }
    }

    List<TrustedDeviceView> of(Person person, Instant now) {
        return rows.live(person.id(), now).stream()
                .map(TrustedDeviceEntity::toView)
                .toList();
    }

    /** It may be gone already: the user and an administrator may do so at once, and it may expire meanwhile. */
    private boolean removed(Person person, UUID id, Doer doer, Instant now) {
        boolean removed = rows.remove(person.id(), id);
        if (removed) {
            audit.record(Fact.about(person, Deed.TRUSTED_DEVICE_REVOKED, doer).on(id.toString()), now);
        }
        return removed;
    }

    private TrustedDeviceEntity device(Person person, TrustRequest wish, DeviceToken token, Instant now) {
        var device = new TrustedDeviceEntity();
        device.id = ids.next();
        device.userId = person.id();
        device.label = wish.name();
        device.seriesHash = token.series();
        device.tokenHash = token.token();
        device.createdAt = now;
        device.lastUsedAt = now;
        return device;
    }
}
