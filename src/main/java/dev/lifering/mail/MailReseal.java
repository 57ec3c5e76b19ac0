package dev.lifering.mail;

import dev.lifering.crypto.KeyPurpose;
import dev.lifering.crypto.KeyUse;
import dev.lifering.crypto.Reseal;
import dev.lifering.crypto.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Brings mails that wait to the current key. */
@ApplicationScoped
class MailReseal implements Reseal, KeyUse {
    private final MailRows rows;
    private final Envelopes envelopes;

    MailReseal(MailRows rows, Envelopes envelopes) {
        this.rows = rows;
        this.envelopes = envelopes;
    }

    @Override
    @Transactional
    public int resealSome(int limit) {
        List<MailEntity> batch = rows.sealedBy(envelopes.formerKeyIds(), limit);
        for (MailEntity mail : batch) {
            String sealed = mail.sealedPayload;
            if (sealed != null) {
                Sealed fresh = envelopes.again(mail.id, sealed);
                mail.sealedPayload = fresh.jwe();
                mail.payloadKeyId = fresh.keyId();
            }
        }
        return batch.size();
    }

    @Override
    public String rows() {
        return "mails";
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
