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

/** A user with the state of his second factor, joined for lists; the tables are others', and nothing is written here. */
@Entity
@Immutable
@Subselect("""
        select u.id, u.account_id, u.pseudonym, u.email, u.display_name, u.locale, u.admin, u.active,
               u.second_factor_managed_elsewhere, f.status, f.failed_attempts, f.locked_until, f.last_verified_at
        from account_user u left join second_factor f on f.user_id = u.id""")
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

    /** Null, like what follows, for somebody whose second factor was never touched. */
    @Nullable
    @Enumerated(EnumType.STRING)
    Status status;

    @Nullable
    @Column(name = "failed_attempts")
    Integer failedAttempts;

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

    Status status() {
        return status == null ? Status.NOT_ENROLLED : status;
    }

    Lockout lockout() {
        return Lockout.held(status(), failedAttempts == null ? 0 : failedAttempts, lockedUntil);
    }
}
