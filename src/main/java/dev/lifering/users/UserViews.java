package dev.lifering.users;

import dev.lifering.directory.Account;
import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.factor.totp.ClockHint;
import dev.lifering.recovery.link.OpenLink;
import dev.lifering.recovery.link.RecoveryLinks;
import dev.lifering.recovery.policy.RecoveryPolicy;
import dev.lifering.recovery.policy.Requester;
import dev.lifering.users.AccountUserView.Recovery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is shown of users; each thing is asked for once for all of them. */
@ApplicationScoped
class UserViews {
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final RecoveryLinks links;

    UserViews(Authenticators authenticators, BackupCodeSets backupCodes, RecoveryLinks links) {
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.links = links;
    }

    /** What these users of the account look like to the requester. */
    List<AccountUserView> of(Requester by, Account account, List<ListedUserEntity> users, Instant now) {
        List<Person> persons = users.stream().map(ListedUserEntity::toPerson).toList();
        Map<String, Long> apps = authenticators.count(persons);
        Map<String, ClockHint> clocks = authenticators.clocks(persons);
        Map<String, BackupCodes> codes = backupCodes.left(persons);
        Map<String, OpenLink> open = links.open(persons.stream().map(Person::id).toList(), now);
        return users.stream()
                .map(user -> view(
                        user,
                        new Belongings(
                                apps.getOrDefault(user.id, 0L),
                                Optional.ofNullable(codes.get(user.id))
                                        .map(BackupCodes::remaining)
                                        .orElse(0),
                                Optional.ofNullable(open.get(user.id)),
                                Optional.ofNullable(clocks.get(user.id))),
                        Recovery.of(RecoveryPolicy.decide(by, account, user.toPerson(), user.status)),
                        now))
                .toList();
    }

    private record Belongings(
            long authenticators, int backupCodes, Optional<OpenLink> link, Optional<ClockHint> clock) {}

    private static AccountUserView view(ListedUserEntity user, Belongings having, Recovery recovery, Instant now) {
        Lockout lockout = user.lockout();
        return new AccountUserView(
                user.id,
                user.email,
                user.displayName,
                user.admin,
                user.active,
                user.status,
                having.authenticators(),
                having.backupCodes(),
                user.lastVerifiedAt,
                lockout.isLockedAt(now) ? lockout.until() : null,
                lockout.isBlocked(),
                recovery,
                having.link().orElse(null),
                having.clock().orElse(null));
    }
}
