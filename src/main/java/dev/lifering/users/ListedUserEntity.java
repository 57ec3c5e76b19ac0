package dev.lifering.users;

import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.jspecify.annotations.Nullable;

/**
 * A user with the state of his second factor, joined for lists; the tables are others', and nothing is written here. The
 * offset keeps PostgreSQL from a merge join, which would read the second factors of all accounts up to this one's users.
 */
@Entity
@Immutable
@Subselect("""
        select u.id, u.account_id, u.pseudonym, u.email, u.display_name, u.locale, u.admin, u.active,
               u.second_factor_managed_elsewhere, coalesce(f.status, 'NOT_ENROLLED') as status,
               coalesce(f.failed_attempts, 0) as failed_attempts, f.locked_until, f.last_verified_at
        from account_user u
        left join lateral (select * from second_factor where user_id = u.id offset 0) f on true""")
@Synchronize({"account_user", "second_factor"})
class ListedUserEntity {
    @Id
    String id;

    @Column(name = "account_id")
    String accountId;

    UUID pseudonym;

    @Nullable
    String email;

    @Nullable
    @Column(name = "display_name")
    String displayName;

    @Nullable
    String locale;

    boolean admin;

    boolean active;

    @Column(name = "second_factor_managed_elsewhere")
    boolean secondFactorManagedElsewhere;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "failed_attempts")
    int failedAttempts;

    @Nullable
    @Column(name = "locked_until")
    Instant lockedUntil;

    @Nullable
    @Column(name = "last_verified_at")
    Instant lastVerifiedAt;

    Person toPerson() {
        return new Person(
                id, accountId, pseudonym, email, displayName, locale, admin, active, secondFactorManagedElsewhere);
    }

    Lockout lockout() {
        return Lockout.held(status, failedAttempts, lockedUntil);
    }
}
