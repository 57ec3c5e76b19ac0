package dev.lifering.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.crypto.SealPurpose;
import dev.lifering.crypto.Sealed;
import dev.lifering.crypto.Sealer;
import dev.lifering.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/** Seals what waits to be sent: a mail may hold a token, and holds an address. */
@ApplicationScoped
class Envelopes {
    private final Sealer sealer;
    private final ObjectMapper json;

    Envelopes(Sealer sealer, ObjectMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    Sealed seal(UUID mail, Payload payload) {
        try {
            return sealer.seal(SealPurpose.MAIL, mail, Secret.of(json.writeValueAsBytes(payload)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mail of four texts can always be written down", e);
        }
    }

    Payload open(UUID mail, String sealed) {
        try {
            return json.readValue(sealer.open(SealPurpose.MAIL, mail, sealed).bytes(), Payload.class);
        } catch (IOException e) {
            throw new IllegalStateException("mail " + mail + " holds something else than a mail", e);
        }
    }

    /** The same, sealed by the current key. */
    Sealed again(UUID mail, String sealed) {
        return sealer.seal(SealPurpose.MAIL, mail, sealer.open(SealPurpose.MAIL, mail, sealed));
    }

    Set<String> formerKeyIds() {
        return sealer.formerKeyIds();
    }
}
