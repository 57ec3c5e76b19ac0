package dev.lifering.factor.totp;

import dev.lifering.crypto.KeyPurpose;
import dev.lifering.crypto.KeyUse;
import dev.lifering.crypto.Reseal;
import dev.lifering.crypto.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Brings the secrets of authenticators to the current key, a batch at a time. */
@ApplicationScoped
class AuthenticatorReseal implements Reseal, KeyUse {
    private final AuthenticatorRows rows;
    private final AppSecrets secrets;

    AuthenticatorReseal(AuthenticatorRows rows, AppSecrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    @Override
    @Transactional
    public int resealSome(int limit) {
        List<AuthenticatorEntity> batch = rows.sealedBy(secrets.formerKeyIds(), limit);
        for (AuthenticatorEntity app : batch) {
            Sealed fresh = secrets.seal(app.id, secrets.open(app.id, app.sealedSecret));
            app.sealedSecret = fresh.jwe();
            app.secretKeyId = fresh.keyId();
        }
        return batch.size();
    }

    @Override
    public String rows() {
        return "authenticators";
    }

    @Override
    public KeyPurpose purpose() {
        return KeyPurpose.ENCRYPTION;
    }

    @Override
    public Map<String, Long> rowsByKeyId() {
        return rows.countByKeyId();
    }
}
