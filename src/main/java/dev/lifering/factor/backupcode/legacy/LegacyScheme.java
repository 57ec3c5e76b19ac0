package dev.lifering.factor.backupcode.legacy;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A product whose users keep the backup codes that it gave them, and how it writes those: 41 to 62 random bits, without a
 * symbol that would locate a code in its set, or one to check it with.
 */
public enum LegacyScheme {
    /**
     * Twelve capitals and digits, of which the product keeps SHA-512 (keycloak/keycloak,
     * {@code org.keycloak.models.utils.RecoveryAuthnCodesUtils}). It shows them with hyphens, which are no part of them.
     */
    KEYCLOAK("Keycloak", "recovery-authn-codes") {
        @Override
        byte[] kept(String bare) {
            return sha512(bare.toUpperCase(Locale.ROOT));
        }
    },

    /** Eight small letters and digits (ory/kratos, {@code selfservice/strategy/lookup/settings.go}). */
    KRATOS("Ory Kratos", "lookup_secret") {
        @Override
        byte[] kept(String bare) {
            return ascii(bare.toLowerCase(Locale.ROOT));
        }
    },

    /**
     * Ten letters and digits, where case matters, and a hyphen in their middle (better-auth/better-auth,
     * {@code packages/better-auth/src/plugins/two-factor/backup-codes/index.ts}).
     */
    BETTER_AUTH("better-auth", "backup_codes") {
        @Override
        byte[] kept(String bare) {
            return ascii(bare);
        }
    };

    private static final Pattern SEPARATORS = Pattern.compile("[-\\s]");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{8,12}");

    private final String label;
    private final String nameThere;

    LegacyScheme(String label, String nameThere) {
        this.label = label;
        this.nameThere = nameThere;
    }

    /** The product, as the public label of a set: what its owner finds on his paper, if anything. */
    public String label() {
        return label;
    }

    /** What the product calls a set, in its files. */
    public String nameThere() {
        return nameThere;
    }

    /** Whether a text may be a code of any of the products. */
    public static boolean isForm(String typed) {
        return CODE.matcher(bare(typed)).matches();
    }

    /**
     * What is hashed here of a code; case (but for better-auth), spaces and hyphens do not matter.
     *
     * @return empty for a text that has not the form of a code
     */
    public Optional<Secret> read(String typed) {
        return isForm(typed) ? Optional.of(Secret.of(kept(bare(typed)))) : Optional.empty();
    }

    /** What is hashed here of the letters and digits of a code. */
    abstract byte[] kept(String bare);

    private static String bare(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }

    private static byte[] ascii(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha512(String code) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(ascii(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
