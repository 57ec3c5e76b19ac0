package dev.lifering.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account_user")
class UserEntity {
    @Id
    @Column(length = 255)
    String id;

    @Column(name = "account_id", nullable = false, length = 255)
    String accountId;

    @Column(nullable = false)
    UUID pseudonym;

    @Nullable
    @Column(length = 320)
    String email;

    @Nullable
    @Column(name = "display_name", length = 200)
    String displayName;

    @Nullable
    @Column(length = 35)
    String locale;

    @Column(nullable = false)
    boolean admin;

    @Column(nullable = false)
    boolean active;

    @Column(name = "second_factor_managed_elsewhere", nullable = false)
    boolean secondFactorManagedElsewhere;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    Person toPerson() {
        return new Person(
                id, accountId, pseudonym, email, displayName, locale, admin, active, secondFactorManagedElsewhere);
    }
}
