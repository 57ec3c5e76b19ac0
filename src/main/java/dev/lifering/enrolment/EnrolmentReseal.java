package dev.lifering.enrolment;

import dev.lifering.crypto.KeyPurpose;
import dev.lifering.crypto.KeyUse;
import dev.lifering.crypto.Reseal;
import dev.lifering.crypto.Sealed;
import dev.lifering.factor.totp.AppSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Brings the secrets of enrolments to the current key, a batch at a time. */
@ApplicationScoped
class EnrolmentReseal implements Reseal, KeyUse {
    private final EnrolmentRows rows;
    private final AppSecrets secrets;

    EnrolmentReseal(EnrolmentRows rows, AppSecrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    @Override
    @Transactional
    public int resealSome(int limit) {
        List<EnrolmentEntity> batch = rows.sealedBy(secrets.formerKeyIds(), limit);
        for (EnrolmentEntity enrolment : batch) {
            Sealed fresh = secrets.seal(enrolment.id, secrets.open(enrolment.id, enrolment.sealedSecret));
            enrolment.sealedSecret = fresh.jwe();
            enrolment.secretKeyId = fresh.keyId();
        }
        return batch.size();
    }

    @Override
    public String rows() {
        return "enrolments";
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
