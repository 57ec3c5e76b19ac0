package dev.lifering.crypto;

/** What a sealed secret is for. Something sealed for one purpose cannot be opened for another. */
public enum SealPurpose {
    /** The shared secret of an authenticator app. */
    TOTP_SECRET("totp-secret"),
    /** A mail that waits to be sent. */
    MAIL("mail"),
    /** An answer that a retry gets again. */
    KEPT_ANSWER("kept-answer");

    private final String wireName;

    SealPurpose(String wireName) {
        this.wireName = wireName;
    }

    /** The name inside the seal; it is stored, so it never changes. */
    public String wireName() {
        return wireName;
    }
}
