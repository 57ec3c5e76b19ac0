package dev.lifering.crypto;

/** What a key of the key set is for; its kind and use decide (RFC 7517 §4.1, §4.2). */
public enum KeyPurpose {
    /** Encryption at rest: {@code oct}, {@code use} {@code enc}. */
    ENCRYPTION("enc", "A256GCM", "an oct key with use enc"),
    /** Keys the hash of backup codes: {@code oct}, {@code use} {@code sig}. */
    PEPPER("pepper", "HS256", "an oct key with use sig"),
    /** Signs assertions: {@code EC} P-256, {@code use} {@code sig}. */
    ASSERTION("assertion", "ES256", "an EC key on P-256 with use sig and its private part");

    private final String label;
    private final String algorithm;
    private final String description;

    KeyPurpose(String label, String algorithm, String description) {
        this.label = label;
        this.algorithm = algorithm;
        this.description = description;
    }

    /** What the ids of new keys of this purpose start with. */
    String label() {
        return label;
    }

    /** The one algorithm its keys are used with (RFC 7518). */
    String algorithm() {
        return algorithm;
    }

    /** What such a key is, in words. */
    String description() {
        return description;
    }
}
