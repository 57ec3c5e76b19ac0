package dev.lifering.trusteddevice;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Shows the trusted devices of a user to those who look after his account, and lets its administrators revoke them. */
@ApplicationScoped
class UserTrustedDevicesService {
    private final Callers callers;
    private final AccountAccess access;
    private final Directory directory;
    private final Arrivals arrivals;
    private final TrustedDevices devices;
    private final InstantSource clock;

    UserTrustedDevicesService(
            Callers callers,
            AccountAccess access,
            Directory directory,
            Arrivals arrivals,
            TrustedDevices devices,
            InstantSource clock) {
        this.callers = callers;
        this.access = access;
        this.directory = directory;
        this.arrivals = arrivals;
        this.devices = devices;
        this.clock = clock;
    }

    @Transactional
    List<TrustedDeviceView> list(String accountId, String userId) {
        Account account = access.watchable(callers.actor(), accountId);
        return devices.of(user(account, userId), clock.instant());
    }

    /**
     * Ends the trust in a device, by an active administrator of the account itself. A reseller, who may look at his
     * customers' users, is told that he does not touch what guards them.
     */
    @Transactional
    void revoke(String accountId, String userId, UUID id) {
        Actor actor = callers.actor();
        Account account = access.watchable(actor, accountId);
        if (actor.reseller() && account.kind() == AccountKind.CUSTOMER) {
            throw ProblemType.RESELLER_CANNOT_RESET.because(
                    "Only an administrator of the account itself may do this, or the user.");
        }
        access.changeable(actor, accountId);
        Person person = user(account, userId);
        devices.revoke(person, id, Doer.admin(administrator(account)), clock.instant());
    }

    /** The directory knows better than a token that names an account of others. */
    private Person administrator(Account account) {
        Person admin = arrivals.current();
        if (!admin.accountId().equals(account.id())) {
            throw ProblemType.FORBIDDEN.because("Only an administrator of the account itself may do this.");
        }
        return admin;
    }

    private Person user(Account account, String userId) {
        return directory
                .person(userId)
                .filter(person -> person.accountId().equals(account.id()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No user of this account has this id."));
    }
}
