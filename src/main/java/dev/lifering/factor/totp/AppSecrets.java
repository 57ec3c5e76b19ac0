package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.SealPurpose;
import dev.lifering.crypto.Sealed;
import dev.lifering.crypto.Sealer;
import dev.lifering.crypto.Secret;
import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;

/** Draws the secrets of authenticator apps and seals them for their rows. */
@ApplicationScoped
public class AppSecrets {
    /** RFC 4226 §4, R6: "recommend a length of 160 bits". */
    private static final int BYTES = 20;

    private final Sealer sealer;
    private final SecureRandom random;
    private final TotpConfig config;

    AppSecrets(Sealer sealer, SecureRandom random, TotpConfig config) {
        this.sealer = sealer;
        this.random = random;
        this.config = config;
    }

    /** A fresh secret for this person. */
    public AppSecret draw(Person person, TotpParameters parameters) {
        String email = person.email();
        String holder = email == null ? person.id() : email;
        return new AppSecret(Secret.random(random, BYTES), parameters, config.issuer(), holder);
    }

    /** The secret, to be kept in the row with this id and in no other. */
    public Sealed seal(UUID row, Secret secret) {
        return sealer.seal(SealPurpose.TOTP_SECRET, row, secret);
    }

    /** The secret that was sealed for this row. */
    public Secret open(UUID row, String sealed) {
        return sealer.open(SealPurpose.TOTP_SECRET, row, sealed);
    }

    /** The keys that {@link #seal} used before. */
    public Set<String> formerKeyIds() {
        return sealer.formerKeyIds();
    }
}
