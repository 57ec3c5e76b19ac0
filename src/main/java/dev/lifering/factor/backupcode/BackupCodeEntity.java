package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "backup_code")
class BackupCodeEntity {
    @EmbeddedId
    BackupCodeId id;

    @Column(nullable = false)
    byte[] salt;

    @Column(nullable = false)
    byte[] hash;

    @Column(nullable = false)
    int iterations;

    @Column(name = "pepper_key_id", nullable = false, length = 100)
    String pepperKeyId;

    @Nullable
    @Column(name = "spent_at")
    Instant spentAt;

    static BackupCodeEntity of(BackupCodeId id, CodeHash kept) {
        var row = new BackupCodeEntity();
        row.id = id;
        row.salt = kept.salt().bytes();
        row.hash = kept.hash().bytes();
        row.iterations = kept.iterations();
        row.pepperKeyId = kept.pepperKeyId();
        return row;
    }

    CodeHash toHash() {
        return new CodeHash(pepperKeyId, Secret.of(salt), iterations, Secret.of(hash));
    }
}
