package dev.lifering.audit.seal;

import java.util.List;

/**
 * A seal with its signature and what it lists.
 *
 * @param jws the seal's text, signed
 * @param events oldest first
 */
public record SignedSeal(Seal seal, String jws, List<Fingerprint> events) {

    public SignedSeal {
        events = List.copyOf(events);
    }

    /** What the next seal calls it by. It covers the text and the signature. */
    public String hash() {
        return CanonicalJson.sha256(jws);
    }
}
