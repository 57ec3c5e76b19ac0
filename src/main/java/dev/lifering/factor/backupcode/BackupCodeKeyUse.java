package dev.lifering.factor.backupcode;

import dev.lifering.crypto.KeyPurpose;
import dev.lifering.crypto.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Backup codes need the pepper they were hashed with until they are spent or replaced. */
@ApplicationScoped
class BackupCodeKeyUse implements KeyUse {
    private final BackupCodeRows rows;

    BackupCodeKeyUse(BackupCodeRows rows) {
        this.rows = rows;
    }

    @Override
    public String rows() {
        return "backup_codes";
    }

    @Override
    public KeyPurpose purpose() {
        return KeyPurpose.PEPPER;
    }

    @Override
    public Map<String, Long> rowsByKeyId() {
        return rows.countByKeyId();
    }
}
