package dev.lifering.accountpolicy;

/** The HMACs of RFC 6238 §1.2. */
public enum TotpAlgorithm {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String mac;

    TotpAlgorithm(String mac) {
        this.mac = mac;
    }

    /** The name by which the JDK knows the HMAC. */
    public String mac() {
        return mac;
    }
}
